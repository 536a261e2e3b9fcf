import 'server-only';
import type { KycApi, KycCall } from '@/lib/kyc/api';
import { KycError } from '@/lib/kyc/contract/errors';
import type { Profile } from '@/lib/kyc/contract/profiles';
import { comparedLines, movedFactorLines } from '@/lib/kyc/profile-diff-view';
import { CUSTOMER_SOURCE } from '@/lib/kyc/sources';
import {
  type ChangesSince,
  type Comparison,
  VERSIONS_PAGE,
  type VersionLine,
  type VersionList,
} from '@/lib/kyc/versions';
import { newId } from '@/lib/new-id';
import { type Database, database } from '../db/client';
import { decidedVersion, listVersions, type VersionRow } from '../db/queries/profile-versions';
import { listSnapshots, snapshotAt } from '../db/queries/snapshots';
import { readSources } from './sources';
import { recordView } from './views';

/** What this part needs of the office; without one the versions are those read from somebody else's server. */
type Archive = { profileAt: (call: KycCall, submissionId: string, version: number) => Promise<Profile> };

type Parts = { api: KycApi; office: Archive | undefined; call: KycCall };

/** The versions of a customer whom the caller may read (see `caseDesk().get`), on the process's database. */
export async function versionsDesk({ api, office, call }: Parts, submissionId: string) {
  const { db } = await database();
  const of = { tenantId: call.tenantId, submissionId };
  const page = (before: number | undefined, limit: number) =>
    office
      ? keptLines(db, api, call, submissionId, { before, limit })
      : snapshotLines(db, of.tenantId, submissionId, { before, limit });
  const decided = () => (office ? decidedVersion(db, of) : Promise.resolve(null));

  /** A version with its profile, or the 404 of one that there is not. */
  async function open(version: number): Promise<{ line: VersionLine; profile: Profile }> {
    const [line] = await page(version + 1, 1);
    const profile = office
      ? await office.profileAt(call, submissionId, version)
      : await snapshotAt(db, of.tenantId, submissionId, version);
    if (line?.version !== version || profile === undefined) throw new KycError(404);
    return { line, profile };
  }

  async function compare(from: number, to: number): Promise<Comparison> {
    const [a, b] = [await open(from), await open(to)];
    return {
      from: a.line,
      to: b.line,
      lines: comparedLines(a.profile, b.profile),
      factors: movedFactorLines(a.profile, b.profile),
      scores: { before: scoreOf(a.profile), after: scoreOf(b.profile) },
    };
  }

  return {
    /** A page of the versions: those before one, or the newest. */
    async list(before?: number): Promise<VersionList> {
      const lines = await page(before, VERSIONS_PAGE + 1);
      const versions = lines.slice(0, VERSIONS_PAGE);
      const next = lines.length > VERSIONS_PAGE ? (versions.at(-1)?.version ?? null) : null;
      return { versions, next, decided: await decided() };
    },
    /** Two versions side by side; the view is on record before it is handed out. */
    async compare(from: number, to: number): Promise<Comparison> {
      const comparison = await compare(from, to);
      const view = { type: 'versions.compared', submissionId, data: { from, to } } as const;
      await recordView(db, call, view, { at: new Date(), id: newId() });
      return comparison;
    },
    /** What changed since a version, or since the last decision, without what was said. */
    async changesSince(version?: number): Promise<ChangesSince> {
      const from = version ?? (await decided());
      const [newest] = await page(undefined, 1);
      if (from === null || newest === undefined) return { from: null, to: newest ?? null, changes: [] };
      const { from: first, to, lines } = await compare(from, newest.version);
      const changes = lines
        .filter(({ how }) => how !== 'same')
        .map(({ id, kind, label, how, mark }) => ({ id, kind, label, how, mark }));
      return { from: first, to, changes };
    },
  };
}

type Page = { before: number | undefined; limit: number };

async function keptLines(
  db: Database,
  api: KycApi,
  call: KycCall,
  submissionId: string,
  page: Page,
): Promise<VersionLine[]> {
  const rows = await listVersions(db, { tenantId: call.tenantId, submissionId }, page);
  const nameSource = await readSources(
    api,
    db,
    call,
    rows.flatMap(({ actorKind, actorId }) => (actorKind === 'customer' ? [] : actorId)),
  );
  return rows.map((row) => ({
    version: row.version,
    at: row.at.toISOString(),
    by: row.actorKind === 'system' ? { kind: 'system', name: null } : nameSource(sourceId(row)),
    trigger: row.trigger,
    kycState: row.kycState,
    level: row.riskLevelId,
  }));
}

function sourceId({ actorKind, actorId }: VersionRow): string {
  return actorKind === 'customer' ? CUSTOMER_SOURCE : actorId;
}

async function snapshotLines(
  db: Database,
  tenantId: string,
  submissionId: string,
  page: Page,
): Promise<VersionLine[]> {
  const rows = await listSnapshots(db, tenantId, submissionId, page);
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString(), by: null, trigger: null }));
}

const scoreOf = ({ riskAssessment }: Profile) => riskAssessment.score ?? null;
