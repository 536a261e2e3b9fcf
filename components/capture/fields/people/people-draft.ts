import type { PersonDraft } from '@/lib/kyc/capture-draft';
import { type Ownership, ownership } from '@/lib/kyc/ownership';

/** A member with an id, so that others can hold shares of it and it stays itself when the order changes. */
export type Member = PersonDraft & { id: string };

/**
 * The list as it is edited: everybody has an id, and a plain share in the customer (`ownershipPercent` without `holdings`) is a holding
 * like any other, so that there is one place where shares are typed.
 */
export function membersOf(people: readonly PersonDraft[]): Member[] {
  const taken = new Set(people.flatMap(({ id }) => id ?? []));
  return people.map(({ ownershipPercent, ...person }) => {
    const id = person.id ?? freeId(taken);
    taken.add(id);
    const own = ownershipPercent !== undefined && ownershipPercent > 0 && !person.holdings?.length;
    return { ...person, id, ...(own ? { holdings: [{ percent: ownershipPercent }] } : {}) };
  });
}

function freeId(taken: ReadonlySet<string>): string {
  let count = taken.size + 1;
  while (taken.has(`p${count}`)) count += 1;
  return `p${count}`;
}

/** Who owns how much, from what is typed so far: shares that are not typed to their end count nothing. */
export function sumsOf(members: readonly Member[]): Ownership {
  const typed = members.map(({ holdings = [] }) =>
    holdings.flatMap(({ companyId, percent }, place) =>
      percent !== undefined && percent > 0 && percent <= 100
        ? [{ place, holding: { percent, ...(companyId === undefined ? {} : { companyId }) } }]
        : [],
    ),
  );
  const sums = ownership(
    members.map(({ id, isCompany = false, fullName = '', roleIds = [] }, at) => ({
      id,
      isCompany,
      fullName: fullName.trim(),
      roleIds,
      holdings: typed[at]?.map(({ holding }) => holding) ?? [],
    })),
  );
  return { ...sums, faults: sums.faults.map((fault) => ({ ...fault, path: asTyped(fault.path, typed) })) };
}

/** The path of a fault, `[0].holdings[1].companyId`, with the place at which the share is typed. */
function asTyped(path: string, typed: readonly (readonly { place: number }[])[]): string {
  return path.replace(
    /^\[(\d+)\]\.holdings\[(\d+)\]/,
    (_, member, share) => `[${member}].holdings[${typed[Number(member)]?.[Number(share)]?.place ?? share}]`,
  );
}

/** The list with one more member, who is nobody yet. */
export function withOneMore(members: readonly Member[]): [Member[], Member] {
  const added: Member = { id: freeId(new Set(members.map(({ id }) => id))), roleIds: [] };
  return [[...members, added], added];
}

export function withChanged(members: readonly Member[], id: string, change: Partial<PersonDraft>): Member[] {
  return members.map((member) => (member.id === id ? { ...member, ...change, id } : member));
}

/** The list without a member, and without the shares that others hold of it. */
export function withoutMember(members: readonly Member[], id: string): Member[] {
  return members
    .filter((member) => member.id !== id)
    .map((member) =>
      member.holdings?.some(({ companyId }) => companyId === id)
        ? { ...member, holdings: member.holdings.filter(({ companyId }) => companyId !== id) }
        : member,
    );
}

/** The list with a member one place up or down; the same list at its ends. */
export function withMoved(members: readonly Member[], id: string, by: -1 | 1): readonly Member[] {
  const from = members.findIndex((member) => member.id === id);
  const to = from + by;
  const moved = members[from];
  if (!moved || to < 0 || to >= members.length) return members;
  return members.filter((member) => member.id !== id).toSpliced(to, 0, moved);
}
