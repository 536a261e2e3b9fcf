import { dayOf } from '@/lib/days';
import type { KycCall } from '@/lib/kyc/api';
import type { RiskModel } from '@/lib/risk/model';
import type { RiskModelOffice } from '@/lib/risk/model-office';
import { eventRow } from '../../../audit/record';
import { settleCases } from '../../../cases/settle';
import type { Tx } from '../../../db/client';
import { versionInForce } from '../../../db/queries/active-model';
import {
  type BookAssessment,
  countBook,
  holdNextInBook,
  readNextKnown,
  writeBook,
} from '../../../db/queries/book';
import { withExpiredDocuments } from '../../../db/queries/expired-documents';
import { findProgress } from '../../../db/queries/job-progress';
import { scheduleReviews } from '../../../db/queries/review-schedule';
import { shippedModel } from '../../../risk/shipped';
import { workThrough } from '../../../queue/progress';
import type { WorkData } from '../../../queue/work';
import { noteExpiry } from '../expired';
import type { EngineParts } from '../parts';
import { type Rated, Ratings } from './book';
import { Pace } from './pace';
import { progressOf } from './progress-of';
import { definitionOfVersion } from './versions';

/** What occasions the assessments that follow a release. */
const TRIGGER = 'model.released';

/**
 * Assesses every customer by a released version, as far as its time goes: the job behind a release. A batch is one transaction with the
 * progress, so that it may be killed at any point, run again, and run twice at once; whoever was assessed by the version already, for
 * another reason meanwhile, is left alone. It ends early where a later version is in force.
 */
export function reassess(parts: EngineParts) {
  const { db, clock } = parts;
  return async (
    { tenantId, modelVersion }: WorkData<'reassess'>,
    signal: AbortSignal,
  ): Promise<'done' | 'more'> => {
    const model = await definitionOfVersion(db, tenantId, modelVersion);
    if (!model) return 'done';
    const requestId = parts.newId();
    const ratings = new Ratings(model);
    const pace = new Pace();
    let { size } = pace;
    return workThrough({
      db,
      job: 'reassess',
      tenantId,
      key: workKey(tenantId, modelVersion),
      note: `${modelVersion}`,
      count: () => countBook(db, tenantId),
      clock,
      signal,
      async batch(tx, cursor) {
        const begun = performance.now();
        if ((await versionInForce(tx, tenantId)) !== modelVersion) return { done: 0, cursor: null };
        const ids = await holdNextInBook(tx, tenantId, cursor, size);
        const last = ids.length < size ? null : (ids.at(-1) ?? null);
        const call: KycCall = { tenantId, actor: { kind: 'system', id: 'reassess' }, requestId };
        const at = clock();
        // Whose document has expired is assessed by the same version, and by the answers and documents of today.
        for (const id of await withExpiredDocuments(tx, ids, dayOf(at))) {
          await noteExpiry(tx, parts, { call, at }, id);
        }
        const rated = await ratings.of(tx, { tenantId, ids, at });
        // As many as are worked out ahead are held next.
        size = pace.size;
        const next = last === null ? [] : await readNextKnown(tx, tenantId, last, size);
        await Promise.all([keep(tx, parts, { call, at }, model, rated), ratings.prepare(next)]);
        pace.took(ids.length, performance.now() - begun);
        return { done: ids.length, cursor: last };
      },
    });
  };
}

/** Keeps how customers are rated, of those who are not assessed by the version already. */
async function keep(
  tx: Tx,
  { newId }: Pick<EngineParts, 'newId'>,
  { call, at }: { call: KycCall; at: Date },
  model: RiskModel,
  rated: readonly Rated[],
): Promise<void> {
  const stale = rated.filter(({ row }) => row.modelId !== model.id || row.modelVersion !== model.version);
  if (stale.length === 0) return;
  const assessments = stale.map((one) => assessmentOf(one, newId()));
  const events = assessments.map((assessment) =>
    eventRow({ ...call, at, id: newId() }, assessedBy(assessment)),
  );
  await writeBook(tx, { ...call, at, trigger: TRIGGER, assessments, events });
  const moved = assessments.filter((one) => one.moved).map(({ submissionId }) => submissionId);
  await scheduleReviews(tx, moved, at);
  await settleCases(tx, { call, at, newId }, moved);
}

function assessmentOf({ row, result: { facts, ...result }, riskLevelId }: Rated, id: string): BookAssessment {
  return {
    id,
    submissionId: row.submissionId,
    ...result,
    riskLevelId,
    overrideId: row.overrideId,
    facts: row.hasFacts ? null : facts,
    previousId: row.assessmentId,
    moved: riskLevelId !== row.riskLevelId,
  };
}

function assessedBy({ id, submissionId, riskLevelId, score, modelId, modelVersion }: BookAssessment) {
  const data = { assessmentId: id, riskLevelId, score, modelId, modelVersion, trigger: TRIGGER };
  return { type: 'risk.assessed' as const, submissionId, data };
}

const workKey = (tenantId: string, version: number) => `reassess:${tenantId}:${version}`;

/** How the re-assessment by the version in force stands; null where it is the one that the product came with. */
export function readReassessment({ db }: EngineParts): RiskModelOffice['reassessment'] {
  return async ({ tenantId }) => {
    const version = await versionInForce(db, tenantId);
    if (version === undefined || version === shippedModel().version) return null;
    const work = await findProgress(db, workKey(tenantId, version));
    return {
      version,
      progress: work ? progressOf(work) : null,
      finishedAt: work?.finishedAt?.toISOString() ?? null,
    };
  };
}
