import fc from 'fast-check';
import { type AnswerValue, answerValues } from '@/lib/kyc/contract/answers';
import { type FormField, type FormPage, fqName } from '@/lib/kyc/contract/forms';
import { DOCUMENT_TYPES, type FieldType, USER_TYPES, type UserType } from '@/lib/kyc/contract/lists';
import type { RiskInput } from './assess';
import { shippedModel } from './shipped';

export const MODEL = shippedModel();

export const TODAY = '2026-11-28';
const OPTIONS: Record<string, readonly string[]> = {
  Occupation: ['employee', 'executive', 'virtual_assets', 'beekeeper'],
  BusinessActivity: ['technology', 'money_services', 'real_estate', 'beekeeper'],
  SourceOfFunds: ['salary', 'cash_business', 'trading_revenue'],
  PoliticallyExposed: ['no', 'associate', 'yes'],
  OwnershipStructure: ['direct', 'several_layers', 'nominee'],
  Purpose: ['savings', 'payments', 'trade'],
  NetWorth: ['under_500k', 'over_10m'],
  NoTaxNumberReason: ['not_issued', 'unable'],
};
const FIELDS: Record<string, FieldType> = {
  Nationality: 'Country',
  ResidenceCountry: 'Country',
  TaxResidence: 'Country',
  Occupation: 'SingleOptionRadio',
  SourceOfFunds: 'MultiOptionsCheckBox',
  PoliticallyExposed: 'SingleOptionRadio',
  Purpose: 'MultiOptionsCheckBox',
  NetWorth: 'SingleOptionRadio',
  SourceOfWealth: 'TextArea',
  NoTaxNumberReason: 'SingleOptionRadio',
  IncorporationCountry: 'Country',
  BusinessActivity: 'SingleOptionRadio',
  OwnershipStructure: 'SingleOptionRadio',
  BeneficialOwners: 'People',
  Directors: 'People',
  Signatories: 'People',
};
const fields = Object.entries(FIELDS).map(
  ([name, fieldTypeId], order): FormField => ({
    id: `f-${name}`,
    name,
    label: name,
    fqName: fqName('Page', 'Section', name),
    fieldTypeId,
    isRequired: true,
    isLocked: false,
    order,
    options: (OPTIONS[name] ?? []).map((optionValue) => ({
      id: `o-${optionValue}`,
      optionText: optionValue,
      optionValue,
    })),
  }),
);
export const pages: FormPage[] = [
  { id: 'p', name: 'Page', order: 0, sections: [{ id: 's', name: 'Section', order: 0, fields }] },
];

const country = fc.constantFrom('DE', 'AE', 'LB', 'IR', 'CN', 'VN');
const people = fc.array(
  fc.record(
    {
      fullName: fc.constant('A person'),
      roleIds: fc.constant([]),
      ownershipPercent: fc.double({ min: 0, max: 100, noNaN: true }),
      nationalityId: country,
      isPep: fc.boolean(),
    },
    { requiredKeys: ['fullName', 'roleIds'] },
  ),
  { maxLength: 4 },
);
function anyValue(name: string): fc.Arbitrary<AnswerValue> {
  const ids = (OPTIONS[name] ?? []).map((option) => `o-${option}`);
  if (FIELDS[name] === 'TextArea') return fc.constant({ textValue: 'Earned' });
  if (FIELDS[name] === 'Country') return country.map((countryId) => ({ countryId }));
  if (FIELDS[name] === 'People') return people.map((list) => answerValues.People.parse({ people: list }));
  if (FIELDS[name] === 'SingleOptionRadio') return fc.constantFrom(...ids).map((optionId) => ({ optionId }));
  return fc.subarray(ids).map((optionIds) => ({ optionIds }));
}
export const anyInput: fc.Arbitrary<RiskInput> = fc.record({
  userType: fc.constantFrom(...USER_TYPES),
  pages: fc.constant(pages),
  answers: fc
    .subarray(Object.keys(FIELDS))
    .chain((names) =>
      fc.tuple(...names.map((name) => anyValue(name).map((value) => ({ fieldId: `f-${name}`, value })))),
    ),
  documents: fc
    .subarray([...DOCUMENT_TYPES])
    .chain((types) =>
      fc.tuple(
        ...types.map((documentTypeId) =>
          fc
            .constantFrom(null, '2026-01-01', '2027-01-01')
            .map((expiryDate) => ({ documentTypeId, expiryDate })),
        ),
      ),
    ),
  today: fc.constant(TODAY),
});

export const inputOf = (userType: UserType, given: Record<string, AnswerValue>): RiskInput => ({
  userType,
  pages,
  answers: Object.entries(given).map(([name, value]) => ({ fieldId: `f-${name}`, value })),
  documents: (
    ['Passport', 'ProofofAddress', 'CompanyLicense', 'ConstitutionalDocument', 'EvidenceOfOwnerShip'] as const
  ).map((documentTypeId) => ({ documentTypeId, expiryDate: null })),
  today: TODAY,
});
export const option = (value: string) => ({ optionId: `o-${value}` });
export const plainPerson = {
  Nationality: { countryId: 'DE' },
  ResidenceCountry: { countryId: 'AE' },
  TaxResidence: { countryId: 'AE' },
  Occupation: option('employee'),
  SourceOfFunds: { optionIds: ['o-salary'] },
  PoliticallyExposed: option('no'),
  Purpose: { optionIds: ['o-savings'] },
  NetWorth: option('under_500k'),
  SourceOfWealth: { textValue: 'Earned' },
  NoTaxNumberReason: option('not_issued'),
};
export const plainCompany = {
  IncorporationCountry: { countryId: 'AE' },
  BusinessActivity: option('technology'),
  SourceOfFunds: { optionIds: ['o-trading_revenue'] },
  OwnershipStructure: option('direct'),
  BeneficialOwners: {
    people: [{ fullName: 'A', roleIds: [], ownershipPercent: 100, nationalityId: 'FR', isPep: false }],
  },
  Directors: { people: [{ fullName: 'B', roleIds: [], nationalityId: 'FR', isPep: false }] },
  Signatories: { people: [{ fullName: 'B', roleIds: [] }] },
  TaxResidence: { countryId: 'AE' },
  Purpose: { optionIds: ['o-payments'] },
  NoTaxNumberReason: option('not_issued'),
};
