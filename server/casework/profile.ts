import 'server-only';
import type { KycApi, KycCall } from '@/lib/kyc/api';
import { KycError } from '@/lib/kyc/contract/errors';
import { known, USER_TYPES } from '@/lib/kyc/contract/lists';
import type { Profile } from '@/lib/kyc/contract/profiles';
import { PROFILE_OPERATION } from '@/lib/kyc/vocabulary';
import type { Database } from '../db/client';
import { latestSnapshot } from '../db/queries/snapshots';

/** A profile, and when the side that holds it was last heard; `stale` = it does not answer now, so this is the last copy. */
export type ReadProfile = { profile: Profile; readAt: Date; stale: boolean };

/** Faults of the other side after which the last copy is better than nothing. */
const AWAY = new Set([429, 500, 503]);

/**
 * The profile of a customer whom the caller may read (see `findCustomer`). While the side that holds it is away, the last
 * copy kept of it; without a copy, that side's error.
 */
export async function readProfile(
  api: KycApi,
  db: Database,
  call: KycCall,
  customer: { submissionId: string; userType: string },
  now: Date,
): Promise<ReadProfile> {
  const { submissionId } = customer;
  const userType = known(USER_TYPES, customer.userType) ?? 'IndividualCustomer';
  try {
    const profile = await api[PROFILE_OPERATION[userType]](call, { submissionId });
    return { profile, readAt: now, stale: false };
  } catch (error) {
    if (!(error instanceof KycError) || !AWAY.has(error.code)) throw error;
    const kept = await latestSnapshot(db, call.tenantId, submissionId);
    if (kept === undefined) throw error;
    return { profile: kept.profile, readAt: kept.lastSeenAt, stale: true };
  }
}
