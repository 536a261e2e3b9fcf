import type { AnswerValue } from '@/lib/kyc/contract/answers';
import type { FormField } from '@/lib/kyc/contract/forms';
import type { DemoCompany, DemoCustomer, DemoPerson } from './cast';

/** What a customer tells, by the name of the field: a value of the contract, a text, options by value, or a number. */
type Told = Record<string, string | number | readonly string[] | AnswerValue | undefined>;

/** Where an answer's documents are found, once they are handed in, by what they are filed under; and when it is given. */
type Occasion = { documentIdOf: (fieldName: string) => string | undefined; at: Date };

/**
 * A customer's answer to a field of a form; undefined where the field is not for this kind of customer, or the customer
 * left it out, or its document is not there yet.
 */
export function answerTo(
  field: FormField,
  customer: DemoCustomer,
  occasion: Occasion,
): AnswerValue | undefined {
  const documentId = occasion.documentIdOf(field.name);
  switch (field.fieldTypeId) {
    case 'Passport':
    case 'Document':
      return documentId === undefined ? undefined : { documentId };
    case 'Signature':
      return documentId === undefined ? undefined : { documentId, signedAt: occasion.at.toISOString() };
    case 'IdCard': {
      const idCardBackId = occasion.documentIdOf(`${field.name}Back`);
      return documentId === undefined
        ? undefined
        : { idCardFrontId: documentId, ...(idCardBackId ? { idCardBackId } : {}) };
    }
  }
  if (field.name === 'Declarations') return { optionIds: (field.options ?? []).map(({ id }) => id) };
  const told = customer.userType === 'IndividualCustomer' ? personTells(customer) : companyTells(customer);
  const value = told[field.name];
  if (typeof value === 'string' || typeof value === 'number' || Array.isArray(value)) {
    return valueOf(field, value);
  }
  return value as AnswerValue | undefined;
}

function valueOf(field: FormField, plain: string | number | readonly string[]): AnswerValue | undefined {
  if (plain === '') return undefined;
  const optionIds = (values: readonly string[]) =>
    (field.options ?? []).filter(({ optionValue }) => values.includes(optionValue)).map(({ id }) => id);
  if (typeof plain === 'number') return { numberValue: plain };
  if (typeof plain !== 'string') return { optionIds: optionIds(plain) };
  switch (field.fieldTypeId) {
    case 'SingleOptionRadio': {
      const [optionId] = optionIds([plain]);
      return optionId === undefined ? undefined : { optionId };
    }
    case 'Country':
      return { countryId: plain };
    case 'DatePicker':
      return { date: plain };
    default:
      return { textValue: plain };
  }
}

function personTells(person: DemoPerson): Told {
  return {
    CustomerKind: 'person',
    FullLegalName: person.latin,
    DateOfBirth: person.born,
    PlaceOfBirth: person.birthplace,
    Nationality: person.nationality,
    HasSecondNationality: yesNo(person.secondNationality),
    SecondNationality: person.secondNationality,
    IdentityKind: person.hasIdCard ? 'id_card' : 'passport',
    EmailAddress: person.email,
    MobileNumber: person.mobile,
    PreferredLanguage: languageOf(person.firstName),
    ResidenceCountry: person.home.countryId,
    HomeAddress: person.home,
    HasPostalAddress: 'no',
    TaxResidence: person.taxResidence ?? person.home.countryId,
    ...taxNumber(person.taxNumber),
    HasSecondTaxResidence: yesNo(person.usTaxNumber),
    SecondTaxResidence: person.usTaxNumber && 'US',
    SecondTaxNumber: person.usTaxNumber,
    UsPerson: yesNo(person.usTaxNumber),
    UsTaxNumber: person.usTaxNumber,
    Occupation: person.occupation,
    Employer: person.employer,
    AnnualIncome: person.income,
    SourceOfFunds: person.funds,
    SourceOfWealth: person.wealth,
    NetWorth: person.income === 'over_2m' ? 'over_10m' : 'under_2m',
    ExpectedDeposits: person.income === 'over_2m' ? 1_500_000 : 180_000,
    Purpose: person.purposes,
    ExpectedTransactions: person.purposes.includes('payments') ? 'some' : 'few',
    PoliticallyExposed: person.exposed ?? 'no',
    ExposureCountry: person.exposureCountry,
    ExposureDetails: person.exposure,
  };
}

function companyTells(company: DemoCompany): Told {
  return {
    CustomerKind: 'company',
    LegalName: company.fullName,
    TradingName: company.tradingName,
    LegalForm: company.legalForm,
    LicenceNumber: company.registrationNumber,
    LicenceAuthority: company.registrar,
    IncorporationCountry: company.seat.countryId,
    IncorporationDate: company.incorporated,
    RegisteredAddress: seatAndPost(company),
    HasBusinessAddress: yesNo(company.place),
    BusinessAddress: company.place,
    HomeAddress: company.seat,
    ContactName: company.contact,
    ContactEmail: company.email,
    ContactPhone: company.mobile,
    MobileNumber: company.mobile,
    PreferredLanguage: languageOf(company.fullName),
    BusinessActivity: company.activity,
    ActivityDescription: company.description,
    OperatingCountry: company.operatingCountry ?? company.seat.countryId,
    Employees: company.employees,
    Supervisor: company.supervision?.by,
    SupervisionNumber: company.supervision?.number,
    HasMoneyLaunderingOfficer: company.supervision && 'yes',
    SourceOfFunds: company.funds,
    ExpectedTurnover: company.turnover,
    Purpose: company.purposes,
    ExpectedTransactions: company.purposes.includes('payments') ? 'many' : 'few',
    OwnershipStructure: company.structure,
    BeneficialOwners: { people: [...company.owners] },
    Directors: { people: [...company.directors] },
    Signatories: {
      people: company.directors.slice(0, 1).map((one) => ({ ...one, roleIds: ['Signatory'] })),
    },
    TaxResidence: company.seat.countryId,
    ...taxNumber(company.taxNumber),
    HasSecondTaxResidence: 'no',
    CrsEntityType: company.activity === 'investment_holding' ? 'passive' : 'active',
    UsPerson: 'no',
  };
}

function yesNo(told: unknown): string {
  return told === undefined ? 'no' : 'yes';
}

/** The number, or why there is none. */
function taxNumber(number: string | undefined): Told {
  return number === undefined
    ? { HasTaxNumber: 'no', NoTaxNumberReason: 'not_issued' }
    : { HasTaxNumber: 'yes', TaxNumber: number };
}

function seatAndPost({ seat: { state: _, ...seat }, post }: DemoCompany): AnswerValue {
  return post === undefined
    ? { ...seat, hasCorrespondenceAddress: false }
    : {
        ...seat,
        hasCorrespondenceAddress: true,
        correspondenceCountryId: post.countryId,
        correspondenceCity: post.city,
        correspondenceZipcode: post.zipcode,
        correspondenceAddress: post.address,
      };
}

function languageOf(name: string): string {
  if (/\p{Script=Arabic}/u.test(name)) return 'ar';
  if (/\p{Script=Han}/u.test(name)) return 'zh';
  if (/\p{Script=Cyrillic}/u.test(name)) return 'ru';
  return 'en';
}
