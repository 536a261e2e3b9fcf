import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RISK_LEVELS, USER_TYPES } from '@/lib/kyc/contract/lists';
import { type FactId, type Facts, factOf, type KnownFact } from '@/lib/risk/facts';
import type { Floor, RiskModel } from '@/lib/risk/model';
import { crowdFacts } from '../db/demo/bulk-facts';
import { assessFacts, assessMany } from './assess';
import { shippedModel } from './shipped';

const shipped = shippedModel();
const anyFacts: fc.Arbitrary<Facts> = fc
  .tuple(fc.constantFrom(...USER_TYPES), fc.nat({ max: 100_000 }))
  .map(([userType, number]) => crowdFacts(userType, number));
const anyRow = fc.constantFrom(
  ...shipped.factors.flatMap(({ table }, factor) => table.rows.map((_, row) => ({ factor, row }))),
);

const scored = (facts: Facts) => assessFacts(facts, shipped);
const changed = ({ userType, known }: Facts, fact: FactId, value: KnownFact['value']): Facts => ({
  userType,
  known: { ...known, [fact]: { value, missing: [], sources: [] } },
});
function optionsOf(id: FactId): string[] {
  const fact = factOf(id);
  return 'options' in fact ? fact.options.map(({ value }) => value) : [];
}

describe('the score', () => {
  test('never falls where a row scores more', async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts, anyRow, fc.nat({ max: 100 }), async (facts, { factor, row }, more) => {
        const model: RiskModel = structuredClone(shipped);
        const raised = model.factors[factor]?.table.rows[row];
        if (!raised) return;
        raised.score = Math.min(100, raised.score + more);
        const [before, after] = [await assessFacts(facts, shipped), await assessFacts(facts, model)];
        expect(after.score).toBeGreaterThanOrEqual(before.score);
      }),
      { numRuns: 60 },
    );
  });

  test('never falls where an answer gives way to one whose row scores more', async () => {
    const rows = shipped.factors.find(({ id }) => id === 'activity')?.table.rows ?? [];
    const scored = rows.flatMap(({ score, conditions: { occupation } }) =>
      occupation?.kind === 'oneOf' ? occupation.values.map((value) => ({ value, score })) : [],
    );
    const one = fc.constantFrom(...scored);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 100_000 }), one, one, async (number, a, b) => {
        const { known } = crowdFacts('IndividualCustomer', number);
        const scoreOf = async (value: string) => {
          const occupation = { value, missing: [], sources: [] };
          const facts: Facts = { userType: 'IndividualCustomer', known: { ...known, occupation } };
          return (await assessFacts(facts, shipped)).score;
        };
        const [less, more] = a.score <= b.score ? [a, b] : [b, a];
        expect(await scoreOf(more.value)).toBeGreaterThanOrEqual(await scoreOf(less.value));
      }),
      { numRuns: 60 },
    );
  });

  test.each<[string, FactId, 'more' | 'less']>([
    ['a document more is missing', 'documentsMissing', 'more'],
    ['a document more has expired', 'documentsExpired', 'more'],
    ['more layers lie between the customer and its owners', 'ownershipLayers', 'more'],
    ['less of the shares is held by people who are named', 'namedShare', 'less'],
    ['more money is expected', 'expectedVolume', 'more'],
  ])('never falls where %s', async (_, fact, way) => {
    await fc.assert(
      fc.asyncProperty(anyFacts, fc.nat({ max: 100 }), fc.nat({ max: 100 }), async (facts, one, other) => {
        const [less = 0, more = 0] = [one, other].toSorted((a, b) => (way === 'more' ? a - b : b - a));
        const scale = fact === 'expectedVolume' ? 100_000 : fact === 'namedShare' ? 1 : 0.1;
        const withValue = (value: number) => changed(facts, fact, Math.floor(value * scale));
        const [before, after] = [await scored(withValue(less)), await scored(withValue(more))];
        expect(after.score).toBeGreaterThanOrEqual(before.score);
        expect(RISK_LEVELS.indexOf(after.calculatedRiskLevelId)).toBeGreaterThanOrEqual(
          RISK_LEVELS.indexOf(before.calculatedRiskLevelId),
        );
      }),
      { numRuns: 60 },
    );
  });

  test.each<[FactId, readonly string[]]>([
    ['countries', ['AE', 'DE', 'LB', 'VN', 'IR', 'KP', 'US', 'KE']],
    ['product', optionsOf('product')],
    ['sourceOfFunds', optionsOf('sourceOfFunds')],
    ['adverse', optionsOf('adverse')],
  ])('never falls, nor the level, with one more of %s', async (fact, values) => {
    const some = fc.subarray([...values], { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(anyFacts, some, fc.constantFrom(...values), async (facts, few, one) => {
        const before = await scored(changed(facts, fact, few));
        const after = await scored(changed(facts, fact, [...new Set([...few, one])]));
        // What the model has no row for is not known, which is middling and no answer to compare.
        if (before.isProvisional !== after.isProvisional) return;
        expect(after.score).toBeGreaterThanOrEqual(before.score);
        expect(RISK_LEVELS.indexOf(after.calculatedRiskLevelId)).toBeGreaterThanOrEqual(
          RISK_LEVELS.indexOf(before.calculatedRiskLevelId),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('never falls from nobody exposed to somebody close to one who is, and to one who is', async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts, async (facts) => {
        const [no, associate, yes] = await Promise.all(
          ['no', 'associate', 'yes'].map((value) => scored(changed(facts, 'pep', value))),
        );
        expect(associate?.score).toBeGreaterThanOrEqual(no?.score ?? 101);
        expect(yes?.score).toBeGreaterThanOrEqual(associate?.score ?? 101);
        expect([associate?.calculatedRiskLevelId, yes?.calculatedRiskLevelId]).toEqual(['High', 'High']);
      }),
      { numRuns: 30 },
    );
  });

  test('is the same twice, at once, and in whatever company', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyFacts, { minLength: 1, maxLength: 10 }), async (all) => {
        const [once, again, turned] = await Promise.all([
          assessMany(all, shipped),
          assessMany(all, shipped),
          assessMany(all.toReversed(), shipped),
        ]);
        expect(again).toEqual(once);
        expect(turned.toReversed()).toEqual(once);
      }),
      { numRuns: 30 },
    );
  });
});

const HIGH = { level: 'High', explanation: 'Because.' } as const;
const told = (value: string) => ({ value, missing: [], sources: [] });

test.each<[string, Floor['when'], Facts['known'], Facts['known']]>([
  [
    'a row',
    { kind: 'row', factor: 'pep', rows: ['exposed'] },
    { pep: told('yes') },
    { pep: told('associate') },
  ],
  [
    'a factor',
    { kind: 'factor', factor: 'pep', atLeast: 80 },
    { pep: told('associate') },
    { pep: told('no') },
  ],
  [
    'a fact',
    { kind: 'fact', fact: 'pep', condition: { kind: 'oneOf', values: ['no'] } },
    { pep: told('no') },
    { pep: told('yes') },
  ],
  [
    'several factors',
    { kind: 'several', count: 2, atLeast: 80 },
    { pep: told('yes'), occupation: told('virtual_assets') },
    { pep: told('yes') },
  ],
])('a floor by %s lifts the level where it holds, and nowhere else', async (_, when, holding, not) => {
  const model = { ...shipped, floors: [{ ...HIGH, id: 'floor', when }] };
  const firedFor = async (known: Facts['known']) =>
    (await assessFacts({ userType: 'IndividualCustomer', known }, model)).detail.rulesFired?.map(
      ({ id }) => id,
    );
  expect(await firedFor(holding)).toEqual(['floor']);
  expect(await firedFor(not)).toEqual([]);
});
