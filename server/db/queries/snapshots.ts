import { and, desc, eq, lt, sql } from 'drizzle-orm';
import type { Profile } from '@/lib/kyc/contract/profiles';
import type { DbOrTx, Tx } from '../client';
import { directory, profileSnapshots } from '../schema';

/** The newest version kept of a remote profile, within the tenant. */
export async function latestSnapshot(db: DbOrTx, tenantId: string, submissionId: string) {
  const [snapshot] = await db
    .select({
      version: profileSnapshots.version,
      contentHash: profileSnapshots.contentHash,
      profile: profileSnapshots.profile,
      lastSeenAt: profileSnapshots.lastSeenAt,
    })
    .from(profileSnapshots)
    .innerJoin(directory, eq(directory.submissionId, profileSnapshots.submissionId))
    .where(and(eq(profileSnapshots.submissionId, submissionId), eq(directory.tenantId, tenantId)))
    .orderBy(desc(profileSnapshots.version))
    .limit(1);
  return snapshot;
}

/** The versions kept of a remote profile that are older than `before`, the newest first, within the tenant. */
export async function listSnapshots(
  db: DbOrTx,
  tenantId: string,
  submissionId: string,
  { before, limit }: { before?: number | undefined; limit: number },
) {
  return db
    .select({
      version: profileSnapshots.version,
      at: profileSnapshots.firstSeenAt,
      kycState: sql<string | null>`${profileSnapshots.profile}->'submission'->>'kycState'`,
      level: sql<string | null>`${profileSnapshots.profile}->'riskAssessment'->>'riskLevelId'`,
    })
    .from(profileSnapshots)
    .innerJoin(directory, eq(directory.submissionId, profileSnapshots.submissionId))
    .where(
      and(
        eq(profileSnapshots.submissionId, submissionId),
        eq(directory.tenantId, tenantId),
        before === undefined ? undefined : lt(profileSnapshots.version, before),
      ),
    )
    .orderBy(desc(profileSnapshots.version))
    .limit(limit);
}

/** A version kept of a remote profile, within the tenant. */
export async function snapshotAt(db: DbOrTx, tenantId: string, submissionId: string, version: number) {
  const [snapshot] = await db
    .select({ profile: profileSnapshots.profile })
    .from(profileSnapshots)
    .innerJoin(directory, eq(directory.submissionId, profileSnapshots.submissionId))
    .where(
      and(
        eq(profileSnapshots.submissionId, submissionId),
        eq(profileSnapshots.version, version),
        eq(directory.tenantId, tenantId),
      ),
    );
  return snapshot?.profile;
}

/** Locks the submission's directory row, so that two readers of one profile do not both add its next version. */
export async function lockEntry(tx: Tx, submissionId: string): Promise<void> {
  await tx.execute(sql`select 1 from directory where submission_id = ${submissionId} for update`);
}

/** Adds a version. */
export async function insertSnapshot(
  tx: Tx,
  snapshot: { submissionId: string; version: number; contentHash: string; profile: Profile; at: Date },
): Promise<void> {
  const { at, ...kept } = snapshot;
  await tx.insert(profileSnapshots).values({ ...kept, firstSeenAt: at, lastSeenAt: at });
}

/** Notes that the newest version was still the same at `at`. */
export async function touchSnapshot(tx: Tx, submissionId: string, version: number, at: Date): Promise<void> {
  await tx
    .update(profileSnapshots)
    .set({ lastSeenAt: at })
    .where(and(eq(profileSnapshots.submissionId, submissionId), eq(profileSnapshots.version, version)));
}
