import type { Person } from './contract/answers';
import type { FieldFault } from './contract/errors';

/** From this share on, in percent, held directly or through others, a natural person is a beneficial owner (FATF recommendation 24). */
export const BENEFICIAL_OWNER_PERCENT = 25;

/** The customer itself in the graph. No member's id can be this: ids have at least one character. */
export const CUSTOMER_NODE = '';

export type OwnershipNode = {
  id: string;
  kind: 'customer' | 'company' | 'person';
  /** Empty for the customer. */
  name: string;
  roleIds: readonly string[];
  /** Share of the customer along all chains, 0 to 100; 100 for the customer itself. */
  percent: number;
  isBeneficialOwner: boolean;
};

/** `from` holds `percent` of `to`. */
export type OwnershipEdge = { from: string; to: string; percent: number };

export type Ownership = {
  /** Each member's share of the customer in percent: multiplied along each chain, added over chains. By member id. */
  effective: Map<string, number>;
  /** Natural persons with 25 % or more. */
  owners25: string[];
  /** The share that does not end at a natural person in the list, 0 to 100. */
  unaccounted: number;
  /** What cannot be: paths start at the list, `[0].holdings[1].companyId`. */
  faults: FieldFault[];
  nodes: OwnershipNode[];
  edges: OwnershipEdge[];
};

/** A member's id; of one without, its place in the list. */
export function memberId(person: Person, index: number): string {
  return person.id ?? `#${index}`;
}

/**
 * Who owns how much of the customer. A member's `holdings` count; without any, `ownershipPercent` is a share held in the customer
 * itself. A holding in a company that is not in the list, in oneself, in a person, or one that closes a circle is a fault and counts
 * nothing, and so is more than 100 % of one company.
 */
export function ownership(people: readonly Person[]): Ownership {
  const ids = people.map(memberId);
  const placeOf = new Map(ids.map((id, index) => [id, index]));
  const faults: FieldFault[] = ids.flatMap((id, index) =>
    ids.indexOf(id) === index ? [] : [{ path: `[${index}].id`, message: 'is the id of another member too' }],
  );
  const held = people.map((person, index) => heldBy(person, index, people, placeOf, faults));
  const edges = breakCircles(held, ids, faults);
  faults.push(...overHundred(edges, people, placeOf));
  const effective = shares(edges, ids);
  const nodes = people.map((person, index): OwnershipNode => {
    const id = ids[index] ?? '';
    const percent = effective.get(id) ?? 0;
    const kind = person.isCompany ? 'company' : 'person';
    const isBeneficialOwner = kind === 'person' && reaches(percent, BENEFICIAL_OWNER_PERCENT);
    return { id, kind, name: person.fullName, roleIds: person.roleIds, percent, isBeneficialOwner };
  });
  const natural = nodes.filter(({ kind }) => kind === 'person');
  return {
    effective,
    owners25: natural.filter((node) => node.isBeneficialOwner).map(({ id }) => id),
    unaccounted: Math.max(0, rounded(100 - sum(natural.map(({ percent }) => percent)))),
    faults,
    nodes: [
      { id: CUSTOMER_NODE, kind: 'customer', name: '', roleIds: [], percent: 100, isBeneficialOwner: false },
      ...nodes,
    ],
    edges,
  };
}

type Held = OwnershipEdge & { path: string };

function heldBy(
  person: Person,
  index: number,
  people: readonly Person[],
  placeOf: ReadonlyMap<string, number>,
  faults: FieldFault[],
): Held[] {
  const from = memberId(person, index);
  if (!person.holdings || person.holdings.length === 0) {
    const percent = person.ownershipPercent ?? 0;
    return percent > 0 ? [{ from, to: CUSTOMER_NODE, percent, path: `[${index}].ownershipPercent` }] : [];
  }
  const seen = new Set<string>();
  return person.holdings.flatMap(({ companyId, percent }, holding) => {
    const to = companyId ?? CUSTOMER_NODE;
    const path = `[${index}].holdings[${holding}].companyId`;
    const fault = faultOf(to, from, people[placeOf.get(to) ?? -1], seen);
    seen.add(to);
    if (fault === undefined) return [{ from, to, percent, path }];
    faults.push({ path, message: fault });
    return [];
  });
}

function faultOf(
  to: string,
  from: string,
  company: Person | undefined,
  seen: ReadonlySet<string>,
): string | undefined {
  if (seen.has(to)) return 'names the same company twice';
  if (to === CUSTOMER_NODE) return undefined;
  if (to === from) return 'is the member itself';
  if (!company) return 'is not in the list';
  return company.isCompany ? undefined : 'is not a company';
}

/** The holdings without those that close a circle, each of which is a fault. */
function breakCircles(
  held: readonly (readonly Held[])[],
  ids: readonly string[],
  faults: FieldFault[],
): OwnershipEdge[] {
  const placeOf = new Map(ids.map((id, index) => [id, index]));
  const state = new Map<number, 'open' | 'done'>();
  const edges: OwnershipEdge[] = [];
  const visit = (index: number) => {
    state.set(index, 'open');
    for (const { path, ...edge } of held[index] ?? []) {
      const next = placeOf.get(edge.to);
      if (next !== undefined && state.get(next) === 'open') {
        faults.push({ path, message: 'closes a circle of companies that hold each other' });
        continue;
      }
      edges.push(edge);
      if (next !== undefined && !state.has(next)) visit(next);
    }
    state.set(index, 'done');
  };
  for (const index of held.keys()) if (!state.has(index)) visit(index);
  return edges;
}

function overHundred(
  edges: readonly OwnershipEdge[],
  people: readonly Person[],
  placeOf: ReadonlyMap<string, number>,
): FieldFault[] {
  const totals = new Map<string, number>();
  for (const { to, percent } of edges) totals.set(to, (totals.get(to) ?? 0) + percent);
  return [...totals].flatMap(([id, total]) => {
    if (rounded(total) <= 100) return [];
    const place = placeOf.get(id);
    const name = place === undefined ? 'the customer' : (people[place]?.fullName ?? id);
    const message = `the shares in ${name} come to ${rounded(total)} %, more than 100 %`;
    return [{ path: place === undefined ? '' : `[${place}]`, message }];
  });
}

/** Multiplied along chains and added over chains; there are no circles any more. */
function shares(edges: readonly OwnershipEdge[], ids: readonly string[]): Map<string, number> {
  const held = new Map<string, OwnershipEdge[]>(ids.map((id) => [id, []]));
  for (const edge of edges) held.get(edge.from)?.push(edge);
  const effective = new Map<string, number>([[CUSTOMER_NODE, 100]]);
  const shareOf = (id: string): number => {
    const before = effective.get(id);
    if (before !== undefined) return before;
    const share = sum((held.get(id) ?? []).map(({ to, percent }) => (percent * shareOf(to)) / 100));
    effective.set(id, rounded(share));
    return share;
  };
  for (const id of ids) shareOf(id);
  effective.delete(CUSTOMER_NODE);
  return effective;
}

/** Binary fractions miss decimal ones by a hair; a share is never told apart finer than this. */
const FINEST = 1e9;
const rounded = (percent: number) => Math.round(percent * FINEST) / FINEST;
const reaches = (percent: number, least: number) => rounded(percent) >= least;

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
