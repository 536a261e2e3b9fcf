/** The closed lists of the contract, spelled as published. */

/** Section 3. */
export const USER_TYPES = ['IndividualCustomer', 'LegalCustomer'] as const;
export type UserType = (typeof USER_TYPES)[number];

/** Section 3, `GetCustomerDetails`. */
export const ENTITY_TYPES = ['Individual', 'LegalEntity', 'IndividualJointAccount'] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/** What a form serves: one kind of customer, or any (section 3, below the published bodies). */
export const FORM_ENTITY_TYPES = ['Individual', 'LegalEntity', 'IndividualJointAccount', 'Any'] as const;
export type FormEntityType = (typeof FORM_ENTITY_TYPES)[number];

/** Section 4. */
export const FORM_TYPES = ['KYCOnboarding', 'Questionnaire'] as const;
export type FormType = (typeof FORM_TYPES)[number];

/** Section 6. */
export const KYC_STATES = [
  'New',
  'Onboarding',
  'ComplianceReview',
  'Approved',
  'Rejected',
  'OnboardingAfterRejection',
] as const;
export type KycState = (typeof KYC_STATES)[number];

/** Section 3. */
export const ACCOUNT_STATUSES = ['Pending', 'Approved', 'Rejected'] as const;
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];

/** Section 3. */
export const PENDING_STATES = ['ClientInfoMissing', 'ComplianceReview'] as const;
export type PendingState = (typeof PENDING_STATES)[number];

/** Section 3. */
export const RISK_LEVELS = ['Low', 'Medium', 'High'] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];

/** Section 3. */
export const CLASSIFICATIONS = ['Retail', 'Professional'] as const;
export type Classification = (typeof CLASSIFICATIONS)[number];

/** Section 3. */
export const CLASSIFICATION_STATES = ['Accepted', 'Pending'] as const;
export type ClassificationState = (typeof CLASSIFICATION_STATES)[number];

/** Section 3. */
export const PAGE_STATUSES = ['Pending', 'Completed'] as const;
export type PageStatus = (typeof PAGE_STATUSES)[number];

/** Section 6, the answer models. */
export const FIELD_TYPES = [
  'Text',
  'TextArea',
  'Number',
  'DatePicker',
  'Email',
  'Phone',
  'SingleOptionRadio',
  'MultiOptionsCheckBox',
  'Country',
  'UserAddress',
  'CompanyAddress',
  'Passport',
  'IdCard',
  'Document',
  'Signature',
  'People',
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** Section 7. */
export const DOCUMENT_TYPES = [
  'Passport',
  'IdCardFront',
  'IdCardBack',
  'Liveness',
  'SourceOfFunds',
  'SourceOfWealth',
  'FinancialStatements',
  'W8BEN',
  'W9',
  'CrsDocument',
  'CompanyLicense',
  'ConstitutionalDocument',
  'EvidenceOfOwnerShip',
  'ClientAgreement',
  'SubscriptionAgreement',
  'ProofofAddress',
  'ClientRiskAssessment',
  'Other',
] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

/** Section 5. */
export const LOOKUP_TYPES = ['Country'] as const;
export type LookupType = (typeof LOOKUP_TYPES)[number];

/** `value` when it is one of `values`, else undefined: how a screen recognises a word of an open list. */
export function known<const T extends readonly string[]>(values: T, value: unknown): T[number] | undefined {
  return values.find((one) => one === value);
}
