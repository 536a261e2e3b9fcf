import { KycError } from '@/lib/kyc/contract/errors';
import { type LevelMove, noCounts } from '@/lib/risk/trial';
import type { ModelTrial, RiskModelOffice } from '@/lib/risk/model-office';
import type { DbOrTx, Tx } from '../../../db/client';
import { countBook, nextInBook } from '../../../db/queries/book';
import { findProgress } from '../../../db/queries/job-progress';
import {
  addToTrial,
  findTrial,
  findTrialOf,
  type MovePlace,
  replaceTrial,
  type TrialMoveRow,
  type TrialRow,
  trialMoves,
} from '../../../db/queries/risk-trials';
import { inTransaction } from '../../../db/transaction';
import { enqueue } from '../../../queue/enqueue';
import { nudgeJob } from '../../../queue/nudge';
import { workThrough } from '../../../queue/progress';
import type { WorkData } from '../../../queue/work';
import type { EngineParts } from '../parts';
import { type Rated, Ratings } from './book';
import { progressOf } from './progress-of';
import { holdSeen, requireHolder } from './standing';
import { definitionOfVersion } from './versions';

/** How many customers one transaction goes through: a moment of the embedded database's only session. */
const BATCH = 250;

/** A book of up to this many customers is tried at once, while the reader waits. */
const AT_ONCE = 500;

/** How many of each move are kept by name. */
const KEPT = 5_000;

/** How many of those who would move a page lists. */
const PAGE = 50;

/** Begins a try-out of a draft or proposal, in place of its last one. */
export function tryOut(parts: EngineParts): RiskModelOffice['tryOut'] {
  const { db, clock, newId } = parts;
  return async (anyCall, seen) => {
    const { tenantId, version } = { tenantId: anyCall.tenantId, version: seen.version };
    const trialId = newId();
    const isSmall = await inTransaction(db, async (tx) => {
      const { actor } = await requireHolder(tx, anyCall, 'risk-model:edit');
      await holdSeen(tx, tenantId, seen, ['draft', 'proposed']);
      const begun = { startedBy: actor.id, startedAt: clock() };
      await replaceTrial(tx, { id: trialId, tenantId, ...seen, counts: noCounts(), ...begun });
      // Also where it is done at once: what fails or is killed on the way, the job goes on with.
      await enqueue(tx, 'try-model', { tenantId, trialId }, { key: `${tenantId}/${version}` });
      return (await countBook(tx, tenantId)) <= AT_ONCE;
    });
    if (isSmall) await tryModel(parts)({ tenantId, trialId }, new AbortController().signal);
    else nudgeJob('try-model');
    const trial = await readTrial(parts)(anyCall, version);
    if (!trial) throw new KycError(404);
    return trial;
  };
}

/** Goes on with a try-out as far as its time goes: the job behind {@link tryOut}. */
export function tryModel({ db, clock }: EngineParts) {
  return async (
    { tenantId, trialId }: WorkData<'try-model'>,
    signal: AbortSignal,
  ): Promise<'done' | 'more'> => {
    const trial = await findTrial(db, tenantId, trialId);
    const model = trial && (await definitionOfVersion(db, tenantId, trial.version));
    if (!model) return 'done';
    const ratings = new Ratings(model);
    return workThrough({
      db,
      job: 'try-model',
      tenantId,
      key: workKey(trialId),
      note: `${trial.version}`,
      count: () => countBook(db, tenantId),
      clock,
      signal,
      async batch(tx, cursor) {
        const now = await findTrial(tx, tenantId, trialId);
        // Another try-out has taken its place.
        if (!now) return { done: 0, cursor: null };
        const at = clock();
        const ids = await nextInBook(tx, tenantId, cursor, BATCH);
        const rated = await ratings.of(tx, { tenantId, ids, at });
        const last = ids.length < BATCH ? null : (ids.at(-1) ?? null);
        await keep(tx, now, rated, last === null ? at : null);
        return { done: ids.length, cursor: last };
      },
    });
  };
}

async function keep(
  tx: Tx,
  trial: TrialRow,
  rated: readonly Rated[],
  finishedAt: Date | null,
): Promise<void> {
  const counts = structuredClone(trial.counts);
  const moves: TrialMoveRow[] = [];
  for (const { row, result, riskLevelId } of rated) {
    const [from, to] = [row.riskLevelId, riskLevelId];
    counts[from][to] += 1;
    if (from === to || counts[from][to] > KEPT) continue;
    const place = { trialId: trial.id, fromLevel: from, toLevel: to, submissionId: row.submissionId };
    moves.push({ ...place, fromScore: row.score, toScore: result.score });
  }
  const held = trial.held + rated.filter(({ row }) => row.overrideLevelId !== null).length;
  await addToTrial(tx, trial.id, { counts, held, finishedAt, moves });
}

const workKey = (trialId: string) => `try-model:${trialId}`;

/** The last try-out of a version; null before the first. */
export function readTrial({ db }: EngineParts): NonNullable<RiskModelOffice['trial']> {
  return async ({ tenantId }, version) => {
    const row = await findTrialOf(db, tenantId, version);
    return row ? trialOf(db, row) : null;
  };
}

async function trialOf(db: DbOrTx, row: TrialRow): Promise<ModelTrial> {
  const { id, version, revision, counts, held, startedAt, finishedAt } = row;
  const work = finishedAt ? undefined : await findProgress(db, workKey(id));
  return {
    id,
    version,
    revision,
    counts,
    held,
    progress: work ? progressOf(work) : null,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

/** Who would move, page by page; 404 for no try-out of the tenant. */
export function listTrialMoves({ db }: EngineParts): RiskModelOffice['trialMoves'] {
  return async ({ tenantId }, { trialId, move, cursor }) => {
    if (!(await findTrial(db, tenantId, trialId))) throw new KycError(404);
    const after = cursor === undefined ? undefined : placeOf(cursor);
    const rows = await trialMoves(db, { tenantId, trialId }, { move, after, limit: PAGE + 1 });
    const shown = rows.slice(0, PAGE);
    const last = rows.length > PAGE ? shown.at(-1) : undefined;
    return {
      moves: shown.map(({ submissionId, displayName, ...row }) => ({
        submissionId,
        displayName,
        from: { level: row.fromLevel, score: row.fromScore },
        to: { level: row.toLevel, score: row.toScore },
      })),
      next: last ? cursorOf(last) : null,
    };
  };
}

const LEVEL = /^(Low|Medium|High)\.(Low|Medium|High)\.(.{1,64})$/;

function cursorOf({ fromLevel, toLevel, submissionId }: MovePlace): string {
  return `${fromLevel}.${toLevel}.${submissionId}`;
}

/** A cursor of ours; anything else is a 400. */
function placeOf(cursor: string): MovePlace {
  const [, from, to, submissionId] = LEVEL.exec(cursor) ?? [];
  if (!from || !to || !submissionId) throw new KycError(400, { message: 'The cursor is none of this list' });
  return { fromLevel: from as LevelMove['from'], toLevel: to as LevelMove['to'], submissionId };
}
