import { answerValues, type Person } from '../contract/answers';
import { BENEFICIAL_OWNER_PERCENT, memberId, type Ownership, ownership } from '../ownership';
import { type Lookup, type Read, strings, text } from './read';
import { country, date, line, number } from './text';
import type { PersonView, ValueView } from './types';
import { fill, humanise } from './words';

/** People with their chains of ownership. What a remote server spells in a way of its own is shown without chains. */
export function peopleView(everyone: readonly Read[], lookup: Lookup): ValueView {
  const { data } = answerValues.People.safeParse({ people: everyone });
  const held = data && ownership(data.people);
  const isOwned = held !== undefined && [...held.effective.values()].some((share) => share > 0);
  return {
    kind: 'people',
    people: everyone.map((one, index) => {
      const known = data?.people[index];
      return personView(one, lookup, known && held ? chainOf(known, index, data.people, held, lookup) : {});
    }),
    unaccounted:
      isOwned && held.unaccounted > 0
        ? fill(lookup.words.unaccounted, { percent: shareText(held.unaccounted) })
        : null,
  };
}

type Chain = Partial<Pick<PersonView, 'ownership' | 'holdings'>> & { standing?: string };

function chainOf(
  person: Person,
  index: number,
  people: readonly Person[],
  { effective, owners25 }: Ownership,
  { words, option }: Lookup,
): Chain {
  const id = memberId(person, index);
  // Whoever has the role is not told twice.
  const hasRole = person.roleIds.some((role) => humanise(option(role)) === words.ownerRole);
  const isOwner = owners25.includes(id) && !hasRole;
  const standing = [
    person.isCompany ? words.company : '',
    isOwner ? fill(words.beneficialOwner, { percent: BENEFICIAL_OWNER_PERCENT }) : '',
  ].filter(Boolean);
  const { holdings = [] } = person;
  if (holdings.length === 0) return { standing: standing.join(', ') };
  return {
    standing: standing.join(', '),
    ownership: `${shareText(effective.get(id) ?? 0)} %`,
    holdings: holdings.map(({ companyId, percent }) => {
      const company = people.find((one, at) => memberId(one, at) === companyId)?.fullName ?? companyId;
      return fill(words.holding, {
        percent: number(percent),
        company: company === undefined ? words.theCustomer : line(company),
      });
    }),
  };
}

/** A share that may have come from a division, to two places. */
function shareText(percent: number): string {
  return number(Math.round(percent * 100) / 100);
}

function personView(one: Read, { words, language, option }: Lookup, chain: Chain): PersonView {
  const nationality = text(one, 'nationalityId');
  const roles = (strings(one.roleIds) ?? []).map((id) => humanise(option(id)));
  return {
    name: text(one, 'fullName') || words.unnamed,
    roles: [chain.standing, ...roles].filter(Boolean).join(', ') || null,
    ownership:
      chain.ownership ??
      (typeof one.ownershipPercent === 'number' ? `${number(one.ownershipPercent)} %` : null),
    holdings: chain.holdings ?? null,
    nationality: nationality ? country(nationality, language) : null,
    born: date(text(one, 'dateOfBirth')) || null,
    pep: typeof one.isPep === 'boolean' ? (one.isPep ? words.yes : words.no) : null,
  };
}
