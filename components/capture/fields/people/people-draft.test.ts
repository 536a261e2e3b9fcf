import { expect, it } from 'vitest';
import {
  type Member,
  membersOf,
  sumsOf,
  withChanged,
  withMoved,
  withOneMore,
  withoutMember,
} from './people-draft';

const member = (id: string, more: Partial<Member> = {}): Member => ({ id, roleIds: [], ...more });
const ids = (members: readonly Member[]) => members.map(({ id }) => id);

it('gives everybody an id of their own, and the same at each reading', () => {
  const people = [{ fullName: 'A' }, { id: 'p3', fullName: 'B' }, { fullName: 'C' }];
  const members = membersOf(people);
  expect(new Set(ids(members)).size).toBe(3);
  expect(ids(members)[1]).toBe('p3');
  expect(membersOf(people)).toEqual(members);
  expect(membersOf(members)).toEqual(members);
});

it('turns a plain share into a holding of the customer, and leaves sums to be made again', () => {
  expect(membersOf([{ id: 'a', ownershipPercent: 40 }])[0]).toEqual({ id: 'a', holdings: [{ percent: 40 }] });
  const chain = { id: 'a', ownershipPercent: 30, holdings: [{ companyId: 'c', percent: 60 }] };
  expect(membersOf([chain])[0]).toEqual({ id: 'a', holdings: [{ companyId: 'c', percent: 60 }] });
});

it('sums what is typed to its end, along and over chains', () => {
  const sums = sumsOf([
    member('a', { holdings: [{ companyId: 'c', percent: 60 }, { percent: 10 }, { typed: '1.' }] }),
    member('c', { isCompany: true, holdings: [{ percent: 80 }] }),
  ]);
  expect(sums.effective.get('a')).toBe(58);
  expect(sums.owners25).toEqual(['a']);
  expect(sums.faults).toEqual([]);
});

it('names a fault at the place where the share is typed', () => {
  const sums = sumsOf([member('a', { holdings: [{ typed: 'x' }, { companyId: 'gone', percent: 5 }] })]);
  expect(sums.faults.map(({ path }) => path)).toEqual(['[0].holdings[1].companyId']);
});

it('takes the shares that others hold of a member away with it', () => {
  const left = withoutMember(
    [member('a', { holdings: [{ companyId: 'c', percent: 60 }, { percent: 10 }] }), member('c')],
    'c',
  );
  expect(left).toEqual([member('a', { holdings: [{ percent: 10 }] })]);
});

it('adds, changes and moves one member and leaves the others alone', () => {
  const [more, added] = withOneMore([member('p2')]);
  expect(ids(more)).toEqual(['p2', added.id]);
  expect(added.id).not.toBe('p2');
  expect(withChanged(more, 'p2', { fullName: 'A' })[0]?.fullName).toBe('A');
  expect(ids(withMoved(more, added.id, -1))).toEqual([added.id, 'p2']);
  expect(withMoved(more, added.id, 1)).toBe(more);
});
