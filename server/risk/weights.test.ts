import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RISK_LEVELS, USER_TYPES } from '@/lib/kyc/contract/lists';
import type { Facts } from '@/lib/risk/facts';
import { type Floor, factorsFor, type RiskModel } from '@/lib/risk/model';
import { crowdFacts } from '../db/demo/bulk-facts';
import { assessFacts } from './assess';
import { shippedModel } from './shipped';

const shipped = shippedModel();
const anyFacts: fc.Arbitrary<Facts> = fc
  .tuple(fc.constantFrom(...USER_TYPES), fc.nat({ max: 100_000 }))
  .map(([userType, number]) => crowdFacts(userType, number));

/** Any way to share 100 percent among the factors of each kind of customer. */
const anyWeights: fc.Arbitrary<RiskModel> = fc
  .record({ IndividualCustomer: shares('IndividualCustomer'), LegalCustomer: shares('LegalCustomer') })
  .map((of) => {
    const model = structuredClone(shipped);
    for (const factor of model.factors) {
      for (const userType of USER_TYPES) {
        if (factor.percent[userType] === undefined) continue;
        const percent = of[userType].get(factor.id) ?? 0;
        if (percent > 0) factor.percent[userType] = percent;
        else delete factor.percent[userType];
      }
    }
    return model;
  });

function shares(userType: (typeof USER_TYPES)[number]): fc.Arbitrary<Map<string, number>> {
  const ids = factorsFor(shipped, userType).map(({ factor }) => factor.id);
  return fc
    .array(fc.integer({ min: 0, max: 100 }), { minLength: ids.length - 1, maxLength: ids.length - 1 })
    .map((cuts) => {
      const ends = [0, ...cuts.toSorted((a, b) => a - b), 100];
      return new Map(ids.map((id, at) => [id, (ends[at + 1] ?? 100) - (ends[at] ?? 0)]));
    });
}

const scoresOf = ({ detail }: Awaited<ReturnType<typeof assessFacts>>) =>
  (detail.factors ?? []).map(({ id, score = 0, weight = 0 }) => ({ id, score, weight }));
const rank = (level: (typeof RISK_LEVELS)[number]) => RISK_LEVELS.indexOf(level);

describe('whatever the weights', () => {
  test('the score is the mean of the factors by weight, and lies between the lowest and the highest', async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts, anyWeights, async (facts, model) => {
        const result = await assessFacts(facts, model);
        const factors = scoresOf(result);
        const percents = factors.map(({ weight }) => Math.round(weight * 100));
        expect(percents.reduce((sum, percent) => sum + percent, 0)).toBe(100);
        const sum = factors.reduce((total, { score }, at) => total + score * (percents[at] ?? 0), 0);
        expect(result.score).toBe(sum / 100);
        expect(result.score).toBeGreaterThanOrEqual(Math.min(...factors.map(({ score }) => score)));
        expect(result.score).toBeLessThanOrEqual(Math.max(...factors.map(({ score }) => score)));
      }),
      { numRuns: 50 },
    );
  });

  test('a factor scores what it scores: its weight decides how much that counts, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts, anyWeights, anyWeights, async (facts, one, other) => {
        const [a, b] = [await assessFacts(facts, one), await assessFacts(facts, other)];
        const scores = new Map(scoresOf(a).map(({ id, score }) => [id, score]));
        for (const { id, score } of scoresOf(b)) expect(scores.get(id) ?? score).toBe(score);
      }),
      { numRuns: 30 },
    );
  });

  test('weight that goes to a factor which scores more never lowers the score', async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts, fc.nat(), fc.nat(), async (facts, from, to) => {
        const before = await assessFacts(facts, shipped);
        const factors = scoresOf(before).toSorted((a, b) => a.score - b.score);
        const [low, high] = [from % factors.length, to % factors.length].toSorted((a, b) => a - b);
        const model = structuredClone(shipped);
        const named = (at = 0) => model.factors.find(({ id }) => id === factors[at]?.id);
        const [less, more] = [named(low), named(high)];
        if (less === undefined || more === undefined || less === more) return;
        const { userType } = facts;
        less.percent[userType] = (less.percent[userType] ?? 0) - 1;
        more.percent[userType] = (more.percent[userType] ?? 0) + 1;
        if (less.percent[userType] === 0) delete less.percent[userType];
        expect((await assessFacts(facts, model)).score).toBeGreaterThanOrEqual(before.score);
      }),
      { numRuns: 50 },
    );
  });

  test('the order in which the factors stand makes no difference', async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts, anyWeights, fc.nat(), async (facts, model, turn) => {
        const at = turn % model.factors.length;
        const turned = { ...model, factors: [...model.factors.slice(at), ...model.factors.slice(0, at)] };
        const [a, b] = [await assessFacts(facts, model), await assessFacts(facts, turned)];
        expect([b.score, b.calculatedRiskLevelId]).toEqual([a.score, a.calculatedRiskLevelId]);
      }),
      { numRuns: 30 },
    );
  });
});

const anyFloor: fc.Arbitrary<Floor> = fc
  .record({
    level: fc.constantFrom(...RISK_LEVELS),
    when: fc.oneof(
      fc
        .constantFrom(
          ...shipped.factors.flatMap(({ id, table }) =>
            table.rows.map((row) => ({ factor: id, row: row.id })),
          ),
        )
        .map(({ factor, row }) => ({ kind: 'row' as const, factor, rows: [row] })),
      fc.record({
        kind: fc.constant('factor' as const),
        factor: fc.constantFrom(...shipped.factors.map(({ id }) => id)),
        atLeast: fc.integer({ min: 1, max: 100 }),
      }),
      fc.record({
        kind: fc.constant('several' as const),
        count: fc.integer({ min: 2, max: 5 }),
        atLeast: fc.integer({ min: 1, max: 100 }),
      }),
    ),
  })
  .map((floor) => ({ id: 'one-more', explanation: 'Because.', ...floor }));

describe('whatever the floors and thresholds', () => {
  test('one more floor lifts the level to its own where it fires, and moves nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts, anyFloor, async (facts, floor) => {
        const before = await assessFacts(facts, shipped);
        const after = await assessFacts(facts, { ...shipped, floors: [...shipped.floors, floor] });
        expect([after.score, after.isProvisional, scoresOf(after)]).toEqual([
          before.score,
          before.isProvisional,
          scoresOf(before),
        ]);
        const fired = (after.detail.rulesFired ?? []).map(({ id }) => id);
        const others = fired.filter((id) => id !== floor.id);
        expect(others).toEqual((before.detail.rulesFired ?? []).map(({ id }) => id));
        const level = rank(before.calculatedRiskLevelId);
        const lifted = others.length < fired.length ? Math.max(level, rank(floor.level)) : level;
        expect(rank(after.calculatedRiskLevelId)).toBe(lifted);
      }),
      { numRuns: 80 },
    );
  });

  test('a floor by a factor fires from its score on, where a row counted, and not below', async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts, fc.integer({ min: 1, max: 100 }), async (facts, atLeast) => {
        for (const { id: factor } of shipped.factors) {
          const floor = { id: 'floor', level: 'High', explanation: 'Because.' } as const;
          const model: RiskModel = {
            ...shipped,
            floors: [{ ...floor, when: { kind: 'factor', factor, atLeast } }],
          };
          const { detail } = await assessFacts(facts, model);
          const found = detail.factors?.find(({ id }) => id === factor);
          const row = found?.rule
            ? shipped.factors
                .find(({ id }) => id === factor)
                ?.table.rows.find(({ id }) => id === found.rule?.id)
            : undefined;
          const otherwise = shipped.factors.find(({ id }) => id === factor)?.table.otherwise;
          const score =
            row?.score ?? (found?.rule && found.rule.id === otherwise?.id ? otherwise?.score : -1);
          expect((detail.rulesFired ?? []).length > 0).toBe((score ?? -1) >= atLeast);
        }
      }),
      { numRuns: 10 },
    );
  });

  test('levels that begin earlier never lower a level, and the level is the one whose interval holds the score', async () => {
    const cut = fc.integer({ min: 1, max: 99 });
    await fc.assert(
      fc.asyncProperty(anyFacts, cut, cut, cut, cut, async (facts, ...cuts) => {
        const [a = 0, b = 0, c = 0, d = 0] = cuts.toSorted((one, other) => one - other);
        const levels = (medium: number, high: number): RiskModel => ({
          ...shipped,
          floors: [],
          thresholds: [
            { riskLevelId: 'Low', from: 0, to: medium },
            { riskLevelId: 'Medium', from: medium, to: high },
            { riskLevelId: 'High', from: high, to: 100 },
          ],
        });
        if (a === b || c === d) return;
        const early = await assessFacts(facts, levels(a, c));
        const late = await assessFacts(facts, levels(b, d));
        expect(rank(early.calculatedRiskLevelId)).toBeGreaterThanOrEqual(rank(late.calculatedRiskLevelId));
        const expected = late.score >= d ? 'High' : late.score >= b ? 'Medium' : 'Low';
        expect(late.calculatedRiskLevelId).toBe(expected);
      }),
      { numRuns: 50 },
    );
  });
});
