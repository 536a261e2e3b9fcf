import type { KycApi, KycCall } from '@/lib/kyc/api';
import { KycError } from '@/lib/kyc/contract/errors';
import type { UserType } from '@/lib/kyc/contract/lists';
import { ENTITY_OF } from '@/lib/kyc/vocabulary';
import { type ProfileRow, profileRow } from '../../db/queries/profile';
import type { EngineParts } from './parts';
import { profileOf, standingOf } from './profile';

/** `GetIndividualProfile` and `GetLegalProfile`: one statement. Contract section 4. */
export function getProfile(
  parts: EngineParts,
  userType: UserType,
): KycApi['getIndividualProfile'] & KycApi['getLegalProfile'] {
  return async (call, { submissionId }) => profileOf(await findRow(parts, call, submissionId, userType));
}

/** `GetCustomerDetails`, of either kind. Contract section 3. */
export function getCustomerDetails(parts: EngineParts): KycApi['getCustomerDetails'] {
  return async (call, { submissionId }) => {
    const row = await findRow(parts, call, submissionId);
    const { submission, customer, form, assessment } = row;
    if (assessment === null) throw new Error(`submission ${submissionId} has no assessment`);
    return {
      formId: form.id,
      formName: form.name,
      entityTypeId: ENTITY_OF[customer.userType],
      riskLevelId: assessment.riskLevelId,
      ...standingOf(row),
      submissionClassification: submission.submissionClassification,
      approvalClassificationState: submission.approvalClassificationState,
      overridenSubmissionClassification: submission.overriddenSubmissionClassification,
    };
  };
}

/** The row, or the 404 that an unknown id, another tenant's and one of the other kind have in common. */
export async function findRow(
  { db }: EngineParts,
  { tenantId }: KycCall,
  submissionId: string,
  userType?: UserType,
): Promise<ProfileRow> {
  const row = await profileRow(db, tenantId, submissionId);
  if (row === undefined || (userType ?? row.customer.userType) !== row.customer.userType)
    throw new KycError(404);
  return row;
}
