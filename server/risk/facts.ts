import type { Person } from '@/lib/kyc/contract/answers';
import type { FormField } from '@/lib/kyc/contract/forms';
import type { DocumentType, UserType } from '@/lib/kyc/contract/lists';
import { CUSTOMER_NODE, ownership } from '@/lib/kyc/ownership';
import { meaningOf } from '@/lib/kyc/same-answer';
import {
  ADVERSE_ANSWERS,
  type FactId,
  type Facts,
  type FactValue,
  type KnownFact,
  NOTHING_ADVERSE,
} from '@/lib/risk/facts';
import { countriesIn, membersIn, peopleIn } from './answers';
import { documentFacts } from './document-facts';
import { type AskedField, chosenValues, type FormReader, formReader, sourceOf } from './form-reader';
import type { RiskInput } from './input';

/** The facts of a customer: what a model may look at, each with the answers that it comes from and what is still missing. */
export function factsOf(input: RiskInput): Facts {
  return factsRead(formReader(input), input);
}

/** The fields whose answers the facts of a customer come from, in the order in which they are looked at. */
export function fieldsLookedAt(input: RiskInput): FormField[] {
  const read = formReader(input);
  const seen = new Map<string, FormField>();
  factsRead((name) => {
    const one = read(name);
    if (one && one.standing !== 'notAsked') seen.set(one.field.id, one.field);
    return one;
  }, input);
  return [...seen.values()];
}

function factsRead(read: FormReader, input: RiskInput): Facts {
  const isPerson = input.userType === 'IndividualCustomer';
  const known: Record<string, KnownFact | undefined> = {
    customerKind: settled(input.userType),
    channel: settled('remote'),
    countries: countries(read, COUNTRY_FIELDS[input.userType]),
    taxCountries: countries(read, TAX_COUNTRY_FIELDS),
    product: chosen(read('Purpose'), 'many'),
    sourceOfFunds: chosen(read('SourceOfFunds'), 'many'),
    adverse: adverse(read),
    expectedVolume: amount(read(isPerson ? 'ExpectedDeposits' : 'ExpectedTurnover')),
    expectedTransactions: chosen(read('ExpectedTransactions'), 'one'),
    hasTaxNumber: yesOrNo(read('HasTaxNumber')),
    usPerson: yesOrNo(read('UsPerson')),
    ...(isPerson ? factsOfPerson(read, input.documents) : factsOfCompany(read)),
    ...documentFacts(input),
  };
  return { userType: input.userType, known: withoutGaps(known) };
}

/** The fields whose countries count, by the kind of customer. */
const COUNTRY_FIELDS: Readonly<Record<UserType, readonly string[]>> = {
  IndividualCustomer: [
    'Nationality',
    'SecondNationality',
    'ResidenceCountry',
    'TaxResidence',
    'SecondTaxResidence',
    'ExposureCountry',
  ],
  LegalCustomer: [
    'IncorporationCountry',
    'RegisteredAddress',
    'BusinessAddress',
    'OperatingCountry',
    'TaxResidence',
    'SecondTaxResidence',
    'BeneficialOwners',
    'Directors',
  ],
};
const TAX_COUNTRY_FIELDS = ['TaxResidence', 'SecondTaxResidence'];

type Known = KnownFact | undefined;

function factsOfPerson(read: FormReader, documents: RiskInput['documents']): Partial<Record<FactId, Known>> {
  return {
    occupation: chosen(read('Occupation'), 'one'),
    netWorth: chosen(read('NetWorth'), 'one'),
    sourceOfWealth: sourceOfWealth(read('SourceOfWealth'), documents),
    pep: chosen(read('PoliticallyExposed'), 'one'),
  };
}

function factsOfCompany(read: FormReader): Partial<Record<FactId, Known>> {
  const owners = read('BeneficialOwners');
  return {
    activity: chosen(read('BusinessActivity'), 'one'),
    ownershipStructure: chosen(read('OwnershipStructure'), 'one'),
    crsEntityType: chosen(read('CrsEntityType'), 'one'),
    namedShare: namedShare(owners),
    ownershipLayers: of(owners, (value) => layersIn(membersIn(value))),
    pep: exposure([owners, read('Directors'), read('Signatories')]),
  };
}

/** What the product knows of itself. */
function settled(value: FactValue): KnownFact {
  return { value, missing: [], sources: [] };
}

/** A fact of one field; where the field is not asked of this customer, the fact does not apply. */
function of(
  asked: AskedField | undefined,
  valueOf: (value: Extract<AskedField, { standing: 'answered' }>['value']) => FactValue | null,
): Known {
  if (asked === undefined) return undefined;
  if (asked.standing === 'notAsked') return { value: null, missing: [], sources: [] };
  if (asked.standing === 'open') return { value: null, missing: [asked.waitsFor], sources: [] };
  const value = valueOf(asked.value);
  return { value, missing: value === null ? [asked.field.label] : [], sources: [sourceOf(asked)] };
}

function chosen(asked: AskedField | undefined, how: 'one' | 'many'): Known {
  return of(asked, (value) => {
    const values = asked ? chosenValues(asked.field, value) : [];
    return how === 'many' && values.length > 0 ? values : (values[0] ?? null);
  });
}

function yesOrNo(asked: AskedField | undefined): Known {
  return of(asked, (value) => {
    const [option] = asked ? chosenValues(asked.field, value) : [];
    return option === undefined ? null : option === 'yes';
  });
}

function amount(asked: AskedField | undefined): Known {
  return of(asked, (value) => ('numberValue' in value ? value.numberValue : null));
}

function countries(read: FormReader, names: readonly string[]): Known {
  const asked = names.flatMap((name) => read(name) ?? []).filter(({ standing }) => standing !== 'notAsked');
  if (asked.length === 0) return undefined;
  const answered = asked.flatMap((one) => (one.standing === 'answered' ? [one] : []));
  const codes = [...new Set(answered.flatMap(({ value }) => countriesIn(value)))].sort();
  const open = waitingFor(asked);
  return {
    value: codes.length > 0 ? codes : null,
    missing: codes.length > 0 ? open : distinct([...answered.map(({ field }) => field.label), ...open]),
    sources: answered.map(sourceOf),
  };
}

function sourceOfWealth(asked: AskedField | undefined, documents: RiskInput['documents']): Known {
  const evidence: DocumentType = 'SourceOfWealth';
  return of(asked, () =>
    documents.some(({ documentTypeId }) => documentTypeId === evidence) ? 'evidenced' : 'told',
  );
}

function namedShare(owners: AskedField | undefined): Known {
  const share = of(owners, (value) =>
    peopleIn(value).length === 0 ? null : 100 - ownership(membersIn(value)).unaccounted,
  );
  if (typeof share?.value !== 'number' || owners?.standing !== 'answered') return share;
  const people = counted(peopleIn(owners.value).length, 'owner', 'owners');
  const percent = new Intl.NumberFormat('en', { maximumFractionDigits: 2 }).format(share.value);
  return { ...share, text: `${people} with ${percent} % of the shares` };
}

/** The companies of the longest chain between the customer and somebody in the list. */
function layersIn(members: readonly Person[]): number {
  const { nodes, edges } = ownership(members);
  const companies = new Set(nodes.flatMap(({ id, kind }) => (kind === 'company' ? [id] : [])));
  const depths = new Map<string, number>();
  const depthOf = (id: string): number => {
    const before = depths.get(id);
    if (before !== undefined) return before;
    const above = edges.filter(({ to }) => to === id).map(({ from }) => depthOf(from));
    const depth = Math.max(0, ...above) + (companies.has(id) ? 1 : 0);
    depths.set(id, depth);
    return depth;
  };
  return depthOf(CUSTOMER_NODE);
}

/**
 * The exposure of the people behind a company and of those who act for it. An owner is often a director as well: people count once, by
 * name however it is written, with whatever was said of them in any place.
 */
function exposure(fields: ReadonlyArray<AskedField | undefined>): Known {
  const asked = fields.flatMap((one) => (one === undefined || one.standing === 'notAsked' ? [] : [one]));
  if (asked.length === 0) return undefined;
  const answered = asked.flatMap((one) => (one.standing === 'answered' ? [one] : []));
  const declared = new Map<string, boolean | undefined>();
  for (const { fullName, isPep } of answered.flatMap(({ value }) => peopleIn(value))) {
    const name = meaningOf(fullName);
    const before = declared.get(name);
    declared.set(name, before === undefined || isPep === undefined ? (before ?? isPep) : before || isPep);
  }
  const all = [...declared.values()];
  const exposed = all.filter((isPep) => isPep === true).length;
  const silent = all.filter((isPep) => isPep === undefined).length;
  const sources = answered.map(sourceOf);
  if (exposed > 0) {
    const text = `${exposed} of ${counted(all.length, 'person', 'people')}`;
    return { value: 'yes', missing: [], sources, text };
  }
  const missing = [
    ...waitingFor(asked),
    ...(silent > 0
      ? [
          `whether ${counted(silent, 'owner, director or signatory is', 'owners, directors and signatories are')} exposed`,
        ]
      : []),
    ...(all.length === 0 ? answered.map(({ field }) => field.label) : []),
  ];
  if (missing.length > 0) return { value: null, missing: distinct(missing), sources };
  return { value: 'no', missing: [], sources, text: `Nobody of ${counted(all.length, 'person', 'people')}` };
}

function adverse(read: FormReader): Known {
  const asked = ADVERSE_ANSWERS.flatMap((sign) => {
    const one = read(sign.field);
    return one === undefined ? [] : [{ sign, one }];
  });
  if (asked.length === 0) return undefined;
  const found = asked.flatMap(({ sign, one }) =>
    one.standing === 'answered' && chosenValues(one.field, one.value).includes(sign.when) ? [sign.value] : [],
  );
  const missing = waitingFor(asked.map(({ one }) => one));
  return {
    value: found.length > 0 ? found.sort() : missing.length > 0 ? null : [NOTHING_ADVERSE],
    missing,
    sources: asked.flatMap(({ one }) => (one.standing === 'answered' ? [sourceOf(one)] : [])),
  };
}

function waitingFor(asked: readonly AskedField[]): string[] {
  return distinct(asked.flatMap((one) => (one.standing === 'open' ? [one.waitsFor] : [])));
}

function distinct(words: readonly string[]): string[] {
  return [...new Set(words)];
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function withoutGaps(known: Readonly<Record<string, Known>>): Facts['known'] {
  return Object.fromEntries(
    Object.entries(known).flatMap(([id, fact]) => (fact === undefined ? [] : [[id, fact]])),
  );
}
