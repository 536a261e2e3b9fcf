import { expect, it } from 'vitest';
import { isPoliticallyExposed } from './exposure';

it('somebody is exposed whom the rule for it or a high score of its factor names', () => {
  const found = (detail: Parameters<typeof isPoliticallyExposed>[0]['detail']) =>
    isPoliticallyExposed({ detail, facts: null });
  expect(found({ rulesFired: [{ id: 'pep-is-high', effect: 'floor', explanation: '' }] })).toBe(true);
  expect(found({ factors: [{ id: 'pep', score: 80 }] })).toBe(true);
  expect(found({ factors: [{ id: 'pep', score: 79 }], rulesFired: [] })).toBe(false);
  expect(found({ factors: [{ id: 'geography', score: 100 }] })).toBe(false);
  expect(found({})).toBe(false);
});

it('and whose answers say so, though a model makes nothing of it', () => {
  const told = (value: unknown) =>
    isPoliticallyExposed({
      detail: { factors: [{ id: 'pep', score: 0 }] },
      facts: { userType: 'IndividualCustomer', known: { pep: { value, missing: [], sources: [] } } },
    });
  expect([told('yes'), told('associate'), told('no'), told(null)]).toEqual([true, true, false, false]);
});
