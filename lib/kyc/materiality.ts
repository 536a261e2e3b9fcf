import { type DocumentType, known, DOCUMENT_TYPES } from './contract/lists';

/** What an answer or a document counts for in due diligence (EU AMLR art. 20 and 22, FATF R.10). */
export const SUBJECTS = [
  'identity',
  'address',
  'ownership',
  'activity',
  'funds',
  'exposure',
  'tax',
  'declarations',
  'other',
] as const;
export type Subject = (typeof SUBJECTS)[number];

/**
 * The one table of what counts, by the name that a field has in our library's forms; null = how a customer is reached, or what serves
 * the conversation alone. A change of what counts is material.
 */
const SUBJECT_OF_FIELD: Readonly<Record<string, Subject | null>> = {
  FullLegalName: 'identity',
  FormerNames: 'identity',
  DateOfBirth: 'identity',
  PlaceOfBirth: 'identity',
  Nationality: 'identity',
  SecondNationality: 'identity',
  IdentityKind: 'identity',
  IdentityDocument: 'identity',
  IdentityCard: 'identity',
  LegalName: 'identity',
  TradingName: 'identity',
  LegalForm: 'identity',
  LicenceNumber: 'identity',
  LicenceAuthority: 'identity',
  LicenceDocument: 'identity',
  ConstitutionalDocument: 'identity',
  IncorporationCountry: 'identity',
  IncorporationDate: 'identity',
  ResidenceCountry: 'address',
  HomeAddress: 'address',
  AddressEvidence: 'address',
  RegisteredAddress: 'address',
  BusinessAddress: 'address',
  PostalAddress: null,
  OwnershipStructure: 'ownership',
  StockExchange: 'ownership',
  BeneficialOwners: 'ownership',
  Directors: 'ownership',
  Signatories: 'ownership',
  OwnershipEvidence: 'ownership',
  Occupation: 'activity',
  OccupationDetails: 'activity',
  Employer: 'activity',
  JobTitle: 'activity',
  BusinessActivity: 'activity',
  ActivityDescription: 'activity',
  OperatingCountry: 'activity',
  Supervisor: 'activity',
  SupervisionNumber: 'activity',
  Employees: null,
  AnnualIncome: 'funds',
  NetWorth: 'funds',
  SourceOfWealth: 'funds',
  SourceOfFunds: 'funds',
  SourceOfFundsDetails: 'funds',
  FundsEvidence: 'funds',
  FinancialStatements: 'funds',
  ExpectedDeposits: 'funds',
  ExpectedTurnover: 'funds',
  ExpectedTransactions: 'funds',
  Purpose: 'funds',
  PurposeDetails: 'funds',
  PoliticallyExposed: 'exposure',
  ExposureCountry: 'exposure',
  ExposureDetails: 'exposure',
  TaxResidence: 'tax',
  TaxNumber: 'tax',
  NoTaxNumberReason: 'tax',
  NoTaxNumberDetails: 'tax',
  SecondTaxResidence: 'tax',
  SecondTaxNumber: 'tax',
  UsTaxNumber: 'tax',
  UsTaxForm: 'tax',
  CrsEntityType: 'tax',
  Giin: 'tax',
  Declarations: 'declarations',
  Signature: 'declarations',
  EmailAddress: null,
  MobileNumber: null,
  ContactName: null,
  ContactEmail: null,
  ContactPhone: null,
  PreferredLanguage: null,
};

/** Of a field that is not in the table, by its type: when in doubt it counts. */
const SUBJECT_OF_TYPE: Readonly<Record<string, Subject | null>> = {
  Email: null,
  Phone: null,
  UserAddress: 'address',
  CompanyAddress: 'address',
  Country: 'identity',
  Passport: 'identity',
  IdCard: 'identity',
  People: 'ownership',
  Signature: 'declarations',
};

const SUBJECT_OF_DOCUMENT: Readonly<Record<DocumentType, Subject | null>> = {
  Passport: 'identity',
  IdCardFront: 'identity',
  IdCardBack: 'identity',
  Liveness: 'identity',
  SourceOfFunds: 'funds',
  SourceOfWealth: 'funds',
  FinancialStatements: 'funds',
  W8BEN: 'tax',
  W9: 'tax',
  CrsDocument: 'tax',
  CompanyLicense: 'identity',
  ConstitutionalDocument: 'identity',
  EvidenceOfOwnerShip: 'ownership',
  ProofofAddress: 'address',
  ClientAgreement: null,
  SubscriptionAgreement: null,
  ClientRiskAssessment: null,
  Other: null,
};

/** What the answer to a field counts for; null = nothing. */
export function subjectOfField(field: {
  name?: string | undefined;
  fieldTypeId?: string | undefined;
}): Subject | null {
  const { name = '', fieldTypeId = '' } = field;
  if (Object.hasOwn(SUBJECT_OF_FIELD, name)) return SUBJECT_OF_FIELD[name] ?? null;
  return Object.hasOwn(SUBJECT_OF_TYPE, fieldTypeId) ? (SUBJECT_OF_TYPE[fieldTypeId] ?? null) : 'other';
}

/** What a document of a type counts for; null = nothing. One of a type that is not on our list counts. */
export function subjectOfDocument(documentTypeId: string): Subject | null {
  const type = known(DOCUMENT_TYPES, documentTypeId);
  return type ? SUBJECT_OF_DOCUMENT[type] : 'other';
}
