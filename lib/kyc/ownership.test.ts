import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Person } from './contract/answers';
import { CUSTOMER_NODE, ownership } from './ownership';

const natural = (id: string, ...holdings: NonNullable<Person['holdings']>): Person => ({
  id,
  fullName: id,
  roleIds: [],
  holdings,
});
const company = (id: string, ...holdings: NonNullable<Person['holdings']>): Person => ({
  ...natural(id, ...holdings),
  isCompany: true,
});
const faultsOf = (...people: Person[]) => ownership(people).faults;

/** Whole percents that come to `total` at most, in `count` parts. */
const parts = (count: number, total = 100) =>
  fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: count, maxLength: count }).map((weights) => {
    const sum = weights.reduce((a, b) => a + b, 0);
    return weights.map((weight) => (total * weight) / sum);
  });

describe('ownership', () => {
  it('is multiplied along a chain of any length', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 8 }), (links) => {
        const last = links.length - 1;
        const chain = links.map((percent, index) => {
          const holding = index === 0 ? { percent } : { companyId: `c${index - 1}`, percent };
          return index === last ? natural('owner', holding) : company(`c${index}`, holding);
        });
        const { effective, faults } = ownership(chain);
        const product = links.reduce((share, percent) => (share * percent) / 100, 100);
        expect(faults).toEqual([]);
        expect(effective.get('owner')).toBeCloseTo(product, 6);
      }),
    );
  });

  it('is added over chains, whatever the order of the list, and with what nobody is named for it comes to 100', () => {
    const shape = fc.record({
      top: parts(3),
      first: parts(3),
      second: parts(2, 80),
      seed: fc.array(fc.nat(), { minLength: 5, maxLength: 5 }),
    });
    fc.assert(
      fc.property(shape, ({ top, first, second, seed }) => {
        const [a = 0, b = 0, c = 0] = top;
        const [anna = 0, boris = 0, between = 0] = first;
        const [chen = 0, again = 0] = second;
        const list = [
          company('a', { percent: a }),
          company('b', { percent: b }, { companyId: 'a', percent: between }),
          natural(
            'anna',
            { percent: c },
            { companyId: 'a', percent: anna },
            { companyId: 'b', percent: again },
          ),
          natural('boris', { companyId: 'a', percent: boris }),
          natural('chen', { companyId: 'b', percent: chen }),
        ];
        const order = list.map((one, index) => ({ one, at: seed[index] ?? 0 })).sort((x, y) => x.at - y.at);
        const { effective, unaccounted, faults } = ownership(order.map(({ one }) => one));
        const shareOfB = b + (a * between) / 100;
        expect(faults).toEqual([]);
        expect(effective.get('b')).toBeCloseTo(shareOfB, 6);
        expect(effective.get('anna')).toBeCloseTo(c + (a * anna) / 100 + (shareOfB * again) / 100, 6);
        const named = ['anna', 'boris', 'chen'].reduce((sum, id) => sum + (effective.get(id) ?? 0), 0);
        expect(named + unaccounted).toBeCloseTo(100, 6);
      }),
    );
  });

  it('makes a beneficial owner at 25 % exactly, also where binary fractions miss it by a hair', () => {
    const two = (percent: number, of: number) =>
      ownership([company('c', { percent }), natural('owner', { companyId: 'c', percent: of })]);
    for (let first = 25; first <= 100; first += 1) {
      const second = 2_500 / first;
      expect(two(first, second).owners25).toEqual(['owner']);
      expect(two(first, second - 0.000_01).owners25).toEqual([]);
    }
    const small = Array.from({ length: 10 }, (_, index) => company(`c${index}`, { percent: 2.5 }));
    const holder = natural('owner', ...small.map(({ id }) => ({ companyId: String(id), percent: 100 })));
    expect(ownership([...small, holder]).owners25).toEqual(['owner']);
  });

  it('never makes a company a beneficial owner, and leaves what it holds unaccounted for', () => {
    const { owners25, unaccounted, nodes } = ownership([company('c', { percent: 100 })]);
    expect(owners25).toEqual([]);
    expect(unaccounted).toBe(100);
    expect(nodes.map(({ kind }) => kind)).toEqual(['customer', 'company']);
  });

  it('takes a share without holdings for one in the customer itself', () => {
    const { effective, edges, unaccounted } = ownership([
      { fullName: 'Anna', roleIds: ['BeneficialOwner'], ownershipPercent: 60 },
      { fullName: 'Boris', roleIds: ['Director'] },
    ]);
    expect([...effective]).toEqual([
      ['#0', 60],
      ['#1', 0],
    ]);
    expect(edges).toEqual([{ from: '#0', to: CUSTOMER_NODE, percent: 60 }]);
    expect(unaccounted).toBe(40);
  });

  it('calls a circle of any length a fault, and still comes to an end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), (length) => {
        const circle = Array.from({ length }, (_, index) =>
          company(`c${index}`, { companyId: `c${(index + 1) % length}`, percent: 50 }),
        );
        const { faults } = ownership(circle);
        expect(faults.map(({ message }) => message)).toEqual([
          'closes a circle of companies that hold each other',
        ]);
      }),
    );
  });

  it('calls more than 100 % of one company a fault, and exactly 100 % none', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 12 }).chain((count) => parts(count)),
        (shares) => {
          const holders = shares.map((percent, index) => natural(`p${index}`, { companyId: 'c', percent }));
          const held = company('c', { percent: 100 });
          expect(faultsOf(held, ...holders)).toEqual([]);
          expect(faultsOf(held, ...holders, natural('more', { companyId: 'c', percent: 0.01 }))).toEqual([
            { path: '[0]', message: 'the shares in c come to 100.01 %, more than 100 %' },
          ]);
        },
      ),
    );
    expect(faultsOf(natural('a', { percent: 60 }), natural('b', { percent: 60 }))).toEqual([
      { path: '', message: 'the shares in the customer come to 120 %, more than 100 %' },
    ]);
  });

  it('refuses holdings in what is not in the list, in a person, in oneself, and in one company twice', () => {
    const faults = faultsOf(
      company('c', { percent: 40 }, { companyId: 'c', percent: 10 }),
      natural('p', { companyId: 'gone', percent: 10 }, { percent: 10 }, { percent: 10 }),
      natural('q', { companyId: 'p', percent: 10 }),
    );
    expect(faults).toEqual([
      { path: '[0].holdings[1].companyId', message: 'is the member itself' },
      { path: '[1].holdings[0].companyId', message: 'is not in the list' },
      { path: '[1].holdings[2].companyId', message: 'names the same company twice' },
      { path: '[2].holdings[0].companyId', message: 'is not a company' },
    ]);
    expect(faultsOf(natural('p'), natural('p'))).toEqual([
      { path: '[1].id', message: 'is the id of another member too' },
    ]);
  });
});
