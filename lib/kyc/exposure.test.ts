import { expect, it } from 'vitest';
import { isPoliticallyExposed } from './exposure';

it('somebody is exposed whom the rule for it or a high score of its factor names', () => {
  const rule = { id: 'pep-is-high', effect: 'floor', explanation: '' };
  expect(isPoliticallyExposed({ rulesFired: [rule] })).toBe(true);
  expect(isPoliticallyExposed({ factors: [{ id: 'pep', score: 80 }] })).toBe(true);
  expect(isPoliticallyExposed({ factors: [{ id: 'pep', score: 79 }], rulesFired: [] })).toBe(false);
  expect(isPoliticallyExposed({ factors: [{ id: 'geography', score: 100 }] })).toBe(false);
  expect(isPoliticallyExposed({})).toBe(false);
});
