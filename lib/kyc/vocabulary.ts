import type { AddCustomerInput } from './contract/customers';
import type {
  AccountStatus,
  EntityType,
  FormEntityType,
  KycState,
  PendingState,
  UserType,
} from './contract/lists';

/** The contract says one thing in three lists (`IndividualCustomer`, `Individual`, `LegalEntity`); here they meet. */
export const ENTITY_OF: Record<UserType, EntityType> = {
  IndividualCustomer: 'Individual',
  LegalCustomer: 'LegalEntity',
};

/** The operations that read one kind of customer. Contract section 4. */
export const PROFILE_OPERATION = {
  IndividualCustomer: 'getIndividualProfile',
  LegalCustomer: 'getLegalProfile',
} as const satisfies Record<UserType, string>;
export const REPORT_OPERATION = {
  IndividualCustomer: 'downloadIndividualProfilePdf',
  LegalCustomer: 'downloadLegalProfilePdf',
} as const satisfies Record<UserType, string>;

/** Whether a form serves a kind of customer; a form that tells no kind (a remote server's) serves both. Contract section 3. */
export function formServes(
  entityType: FormEntityType | (string & {}) | undefined,
  userType: UserType,
): boolean {
  return entityType === undefined || entityType === 'Any' || entityType === ENTITY_OF[userType];
}

/** The account status that a state shows as. Contract sections 3 and 6. */
export const ACCOUNT_STATUS_OF: Record<KycState, AccountStatus> = {
  New: 'Pending',
  Onboarding: 'Pending',
  ComplianceReview: 'Pending',
  Approved: 'Approved',
  Rejected: 'Rejected',
  OnboardingAfterRejection: 'Pending',
};

/** What a pending account waits for. Contract section 3. */
export const PENDING_STATE_OF: Record<KycState, PendingState | null> = {
  New: 'ClientInfoMissing',
  Onboarding: 'ClientInfoMissing',
  ComplianceReview: 'ComplianceReview',
  Approved: null,
  Rejected: null,
  OnboardingAfterRejection: 'ClientInfoMissing',
};

/** The one name of a customer that lists show: first and last name, or the full name. */
export function displayName(
  customer: Pick<AddCustomerInput, 'individualCustomer' | 'legalEntityCustomer'>,
): string | undefined {
  const { individualCustomer: person, legalEntityCustomer: company } = customer;
  return person ? personName(person.firstName, person.lastName) : company?.fullName;
}

// Chinese, Japanese and Korean script. The directory's SQL has the same ranges; a test compares the two.
const FAMILY_NAME_FIRST = /^[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]+$/;

/** A person's names as they are written: the family name first and without a blank in Chinese, Japanese and Korean script. */
export function personName(firstName: string, lastName: string): string {
  return FAMILY_NAME_FIRST.test(firstName) && FAMILY_NAME_FIRST.test(lastName)
    ? `${lastName}${firstName}`
    : `${firstName} ${lastName}`;
}
