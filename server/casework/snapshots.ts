import 'server-only';
import { createHash } from 'node:crypto';
import type { Profile } from '@/lib/kyc/contract/profiles';
import { emailKey } from '@/lib/kyc/contract/text';
import { displayName } from '@/lib/kyc/vocabulary';
import type { Database, Tx } from '../db/client';
import { type NewDirectoryEntry, upsertEntry } from '../db/queries/directory-project';
import { insertSnapshot, latestSnapshot, lockEntry, touchSnapshot } from '../db/queries/snapshots';
import { inTransaction } from '../db/transaction';

/**
 * Keeps a profile read from somebody else's server: a new version where it differs from the last one, and its line in the
 * directory. One transaction; the same profile twice adds nothing.
 */
export async function keepSnapshot(
  db: Database,
  tenantId: string,
  submissionId: string,
  profile: Profile,
  at: Date,
): Promise<void> {
  const contentHash = hashOf(profile);
  await inTransaction(db, async (tx) => {
    await project(tx, tenantId, submissionId, profile, at);
    await lockEntry(tx, submissionId);
    const last = await latestSnapshot(tx, tenantId, submissionId);
    if (last?.contentHash === contentHash) return touchSnapshot(tx, submissionId, last.version, at);
    const version = (last?.version ?? 0) + 1;
    await insertSnapshot(tx, { submissionId, version, contentHash, profile, at });
  });
}

/** Writes what a remote profile tells into the directory; what it does not tell stays as it was, or unknown. */
async function project(
  tx: Tx,
  tenantId: string,
  submissionId: string,
  profile: Profile,
  at: Date,
): Promise<void> {
  const { submission, form, riskAssessment } = profile;
  const key = { submissionId, tenantId, updatedAt: momentOf(submission.updatedAt) ?? at };
  const unknown: NewDirectoryEntry = {
    ...key,
    userType: submission.legalEntityCustomer ? 'LegalCustomer' : 'IndividualCustomer',
    displayName: submissionId,
    email: '',
    emailKey: '',
    employeeId: '',
    employeeName: '',
    formId: '',
    formName: '',
    kycState: 'New',
    createdAt: momentOf(submission.createdAt) ?? at,
  };
  const told = {
    ...key,
    userType: submission.userType,
    displayName: displayName(submission),
    tradingName: submission.legalEntityCustomer?.tradingName,
    registrationNumber: submission.legalEntityCustomer?.registrationNumber,
    email: submission.customerEmail,
    emailKey: submission.customerEmail === undefined ? undefined : emailKey(submission.customerEmail),
    employeeId: submission.employeeId,
    employeeName: submission.employeeName,
    formId: form.id,
    formName: form.name,
    kycState: submission.kycState,
    riskLevelId: riskAssessment.riskLevelId,
    riskScore: riskAssessment.score,
    onboardingProgress:
      submission.onboardingProgress === undefined ? undefined : Math.round(submission.onboardingProgress),
    version: submission.version,
  };
  await upsertEntry(tx, told as Partial<NewDirectoryEntry> & typeof key, unknown);
}

function momentOf(text: string | undefined): Date | undefined {
  return text === undefined || Number.isNaN(Date.parse(text)) ? undefined : new Date(text);
}

/** A hash that does not depend on the order in which a server writes its properties. */
function hashOf(profile: Profile): string {
  return createHash('sha256').update(JSON.stringify(profile, sortedKeys)).digest('hex');
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
