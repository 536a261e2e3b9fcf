import { describe, expect, it } from 'vitest';
import baseline from './baseline-2.json';
import { type RiskModel, riskModel } from '@/lib/risk/model';
import { modelDifferences } from '@/lib/risk/model-diff';

const before = riskModel.parse(baseline);

function after(change: (model: RiskModel) => void): string[] {
  const model = structuredClone(before);
  change(model);
  return modelDifferences(before, model).map(({ part, text }) => `${part}: ${text}`);
}

describe('the differences of two models', () => {
  it('are none of the same model', () => expect(after(() => undefined)).toEqual([]));

  it('name a score, a weight and a threshold with both values', () => {
    const told = after((model) => {
      const [geography] = model.factors;
      if (geography?.table.rows[1]) geography.table.rows[1].score = 80;
      if (geography) geography.percent.LegalCustomer = 25;
      for (const one of model.thresholds) if (one.riskLevelId === 'High') one.from = 55;
    });
    expect(told).toEqual([
      'Countries: The weight for legal entities: 20 % → 25 %',
      'Countries: The score of “Countries: on FATF: increased monitoring”: 70 → 80',
      expect.stringMatching(/^Thresholds: High begins at: \d+ → 55$/),
    ]);
  });

  it('name columns that came and went', () => {
    const told = after(({ factors }) => {
      const wealth = factors.find(({ id }) => id === 'wealth');
      if (wealth) wealth.table.facts = ['netWorth', 'pep'];
    });
    expect(told).toEqual([
      expect.stringMatching(/: Added column: Political exposure$/),
      expect.stringMatching(/: Removed column: Source of wealth$/),
    ]);
  });

  it('name countries that came and went', () => {
    const told = after(({ countryLists: [first] }) => {
      if (first) first.countries = ['IR', 'KP', 'LB'];
    });
    expect(told).toEqual([
      'FATF: call for action: Added: Lebanon',
      'FATF: call for action: Removed: Myanmar',
    ]);
  });

  it('name rows that came, went and were moved', () => {
    const told = after(({ factors: [geography] }) => {
      geography?.table.rows.reverse();
      geography?.table.rows.push({
        id: 'home',
        conditions: { countries: { kind: 'oneOf', values: ['AE'] } },
        score: 5,
        explanation: 'At home.',
      });
    });
    expect(told).toEqual([
      'Countries: Added row: Countries: United Arab Emirates → 5',
      'Countries: The rows stand in another order',
    ]);
  });
});
