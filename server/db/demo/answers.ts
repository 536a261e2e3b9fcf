import type { AnswerValue } from '@/lib/kyc/contract/answers';
import type { FormField } from '@/lib/kyc/contract/forms';
import type { DemoCompany, DemoCustomer, DemoPerson } from './cast';

/** What a customer tells, by the name of the field: a value of the contract, a text, options by value, or a number. */
type Told = Record<string, string | number | readonly string[] | AnswerValue | undefined>;

/**
 * A customer's answer to a field of a form; undefined where the field is not for this kind of customer, or the customer
 * left it out. Answers that are documents are given by `documentIdOf`, once the document is there.
 */
export function answerTo(
  field: FormField,
  customer: DemoCustomer,
  documentIdOf: (fieldName: string) => string | undefined,
): AnswerValue | undefined {
  if (field.fieldTypeId === 'Passport' || field.fieldTypeId === 'Document') {
    const documentId = documentIdOf(field.name);
    return documentId === undefined ? undefined : { documentId };
  }
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
    FullLegalName: person.latin,
    DateOfBirth: person.born,
    Nationality: person.nationality,
    MobileNumber: person.mobile,
    PreferredLanguage: languageOf(person.firstName),
    ResidenceCountry: person.home.countryId,
    HomeAddress: person.home,
    TaxResidence: person.taxResidence ?? person.home.countryId,
    TaxNumber: person.taxResidence ? 'GB 4412 9083 1' : undefined,
    UsPerson: 'no',
    Occupation: person.occupation,
    Employer: person.employer,
    AnnualIncome: person.income,
    SourceOfFunds: person.funds,
    SourceOfWealth: person.wealth,
    ExpectedDeposits: person.income === 'over_2m' ? 1_500_000 : 180_000,
    Purpose: person.purposes,
    PoliticallyExposed: person.exposed ?? 'no',
    ExposureDetails: person.exposure,
  };
}

function companyTells(company: DemoCompany): Told {
  const { state: _state, ...seat } = company.seat;
  return {
    LegalName: company.fullName,
    LicenceNumber: company.registrationNumber,
    IncorporationCountry: company.seat.countryId,
    IncorporationDate: company.incorporated,
    RegisteredAddress: { ...seat, hasCorrespondenceAddress: false },
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
    SourceOfFunds: company.funds,
    Purpose: company.purposes,
    OwnershipStructure: company.structure,
    BeneficialOwners: { people: [...company.owners] },
    Directors: { people: [...company.directors] },
    TaxResidence: company.seat.countryId,
    TaxNumber: company.registrationNumber,
  };
}

function languageOf(name: string): string {
  if (/\p{Script=Arabic}/u.test(name)) return 'ar';
  if (/\p{Script=Han}/u.test(name)) return 'zh';
  if (/\p{Script=Cyrillic}/u.test(name)) return 'ru';
  return 'en';
}
