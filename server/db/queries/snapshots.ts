import { and, desc, eq, sql } from 'drizzle-orm';
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
