import {
  ACTIVITIES,
  COMPANYS_FUNDS,
  CRS_ENTITY_TYPES,
  EXPOSURE,
  NET_WORTHS,
  OCCUPATIONS,
  PERSONS_FUNDS,
  PURPOSES,
  STRUCTURES,
  TRANSACTIONS,
} from '../kyc/form-options';
import { USER_TYPES, type UserType } from '../kyc/contract/lists';

/** A value that a fact may have, and the words that people read. */
export type FactOption = { value: string; label: string };

type Common = {
  id: string;
  label: string;
  /** The kinds of customer that it is a fact of; to another kind it does not apply. */
  of: readonly UserType[];
};

/**
 * What a table may ask about. `options` and `countries` have several values, looked at one by one. The options are those of the
 * library's forms; a form of one's own may offer more, which are facts as well.
 */
export type Fact = Common &
  (
    | { kind: 'option' | 'options'; options: readonly FactOption[] }
    | { kind: 'number'; min: number; max: number; isWhole: boolean; unit: string; unitOfOne?: string }
    | { kind: 'boolean' }
    | { kind: 'countries' }
  );

const EVERYBODY = USER_TYPES;
const PERSON = ['IndividualCustomer'] as const;
const COMPANY = ['LegalCustomer'] as const;

function choices(...lists: ReadonlyArray<ReadonlyArray<readonly [string, string]>>): FactOption[] {
  const byValue = new Map(lists.flat().map(([value, label]) => [value, { value, label }]));
  return [...byValue.values()];
}

/**
 * Answers that speak against a customer: the field, the option that counts, and what it is then called. A form is asked for those
 * that it has; one of our library asks for the first two.
 */
export const ADVERSE_ANSWERS = [
  { value: 'no_tax_number', label: 'Could not get a tax number', field: 'NoTaxNumberReason', when: 'unable' },
  {
    value: 'no_reporting_officer',
    label: 'No money-laundering reporting officer in a supervised business',
    field: 'HasMoneyLaunderingOfficer',
    when: 'no',
  },
  { value: 'criminal', label: 'Criminal conviction or charge', field: 'CriminalRecord', when: 'yes' },
  { value: 'bankruptcy', label: 'Bankruptcy or insolvency', field: 'Bankruptcy', when: 'yes' },
  {
    value: 'regulatory',
    label: 'Measure of a supervisory authority',
    field: 'RegulatoryAction',
    when: 'yes',
  },
  {
    value: 'refused',
    label: 'Refused or closed by another institution',
    field: 'RefusedElsewhere',
    when: 'yes',
  },
  {
    value: 'sanctions',
    label: 'Dealings with sanctioned countries or people',
    field: 'SanctionsExposure',
    when: 'yes',
  },
] as const;

/** The value of `adverse` where all that is asked is answered well. */
export const NOTHING_ADVERSE = 'none';

/** The closed vocabulary of facts. */
export const FACTS = [
  {
    id: 'customerKind',
    label: 'Kind of customer',
    of: EVERYBODY,
    kind: 'option',
    options: choices([
      ['IndividualCustomer', 'Individual'],
      ['LegalCustomer', 'Legal entity'],
    ]),
  },
  { id: 'countries', label: 'Countries', of: EVERYBODY, kind: 'countries' },
  { id: 'taxCountries', label: 'Countries of tax residence', of: EVERYBODY, kind: 'countries' },
  {
    id: 'product',
    label: 'Purpose of the relationship',
    of: EVERYBODY,
    kind: 'options',
    options: choices(PURPOSES),
  },
  {
    id: 'channel',
    label: 'How we deal with the customer',
    of: EVERYBODY,
    kind: 'option',
    options: choices([['remote', 'Remote']]),
  },
  { id: 'occupation', label: 'Occupation', of: PERSON, kind: 'option', options: choices(OCCUPATIONS) },
  { id: 'activity', label: 'Main business', of: COMPANY, kind: 'option', options: choices(ACTIVITIES) },
  {
    id: 'sourceOfFunds',
    label: 'Source of funds',
    of: EVERYBODY,
    kind: 'options',
    options: choices(PERSONS_FUNDS, COMPANYS_FUNDS),
  },
  { id: 'netWorth', label: 'Total wealth in AED', of: PERSON, kind: 'option', options: choices(NET_WORTHS) },
  {
    id: 'sourceOfWealth',
    label: 'Source of wealth',
    of: PERSON,
    kind: 'option',
    options: choices([
      ['told', 'Told, without a document'],
      ['evidenced', 'Told, with a document at hand'],
    ]),
  },
  {
    id: 'ownershipStructure',
    label: 'How the shares are held',
    of: COMPANY,
    kind: 'option',
    options: choices(STRUCTURES),
  },
  {
    id: 'namedShare',
    label: 'Share held by people who are named',
    of: COMPANY,
    kind: 'number',
    min: 0,
    max: 100,
    isWhole: false,
    unit: '%',
  },
  {
    id: 'ownershipLayers',
    label: 'Companies between the customer and its owners, the longest chain',
    of: COMPANY,
    kind: 'number',
    min: 0,
    max: 200,
    isWhole: true,
    unit: 'companies',
    unitOfOne: 'company',
  },
  { id: 'pep', label: 'Political exposure', of: EVERYBODY, kind: 'option', options: choices(EXPOSURE) },
  {
    id: 'adverse',
    label: 'Adverse answers',
    of: EVERYBODY,
    kind: 'options',
    options: [
      { value: NOTHING_ADVERSE, label: 'None' },
      ...ADVERSE_ANSWERS.map(({ value, label }) => ({ value, label })),
    ],
  },
  {
    id: 'documentsMissing',
    label: 'Documents missing',
    of: EVERYBODY,
    kind: 'number',
    min: 0,
    max: 20,
    isWhole: true,
    unit: 'documents',
    unitOfOne: 'document',
  },
  {
    id: 'documentsExpired',
    label: 'Documents expired',
    of: EVERYBODY,
    kind: 'number',
    min: 0,
    max: 1_000,
    isWhole: true,
    unit: 'documents',
    unitOfOne: 'document',
  },
  {
    id: 'expectedVolume',
    label: 'Expected deposits or turnover a year',
    of: EVERYBODY,
    kind: 'number',
    min: 0,
    max: 1_000_000_000_000,
    isWhole: false,
    unit: 'AED',
  },
  {
    id: 'expectedTransactions',
    label: 'Transactions expected in a month',
    of: EVERYBODY,
    kind: 'option',
    options: choices(TRANSACTIONS),
  },
  { id: 'hasTaxNumber', label: 'Has a tax number', of: EVERYBODY, kind: 'boolean' },
  { id: 'usPerson', label: 'US person (FATCA)', of: EVERYBODY, kind: 'boolean' },
  {
    id: 'crsEntityType',
    label: 'Kind of entity for tax reporting (CRS)',
    of: COMPANY,
    kind: 'option',
    options: choices(CRS_ENTITY_TYPES),
  },
] as const satisfies readonly Fact[];

export type FactId = (typeof FACTS)[number]['id'];
export const FACT_IDS = FACTS.map(({ id }) => id) as [FactId, ...FactId[]];

const byId = new Map<FactId, Fact>(FACTS.map((fact) => [fact.id, fact]));

/** The fact of the vocabulary with that id. */
export function factOf(id: FactId): Fact {
  const fact = byId.get(id);
  if (fact === undefined) throw new Error(`no fact ${id}`);
  return fact;
}

/** Whether a fact has several values, which a table looks at one by one. */
export function isManyValued(id: FactId): boolean {
  const { kind } = factOf(id);
  return kind === 'options' || kind === 'countries';
}

/** An answer that a fact comes from. */
export type FactSource = { fieldId: string; label: string };

export type FactValue = string | number | boolean | readonly string[];

/** What is known of a fact. */
export type KnownFact = {
  /** Null where nothing is known, or where it does not apply. */
  value: FactValue | null;
  /** What is not answered yet, by the words of the form. Empty beside a value of null: the fact does not apply to this customer. */
  missing: readonly string[];
  /** The answers that it comes from. */
  sources: readonly FactSource[];
  /** The value in words, where they say more than the value itself. */
  text?: string;
};

/** All that a model may look at, as JSON. A fact that is left out is not known: the form does not ask for it. */
export type Facts = { userType: UserType; known: Readonly<Partial<Record<FactId, KnownFact>>> };
