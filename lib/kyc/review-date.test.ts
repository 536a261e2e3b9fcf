import { describe, expect, test } from 'vitest';
import { DEFAULT_CASE_SETTINGS } from './case-settings';
import { RISK_LEVELS } from './contract/lists';
import { type ReviewGround, reviewDate } from './review-date';

const ground: ReviewGround = {
  level: 'High',
  decidedOn: '2026-03-31',
  assessedOn: '2025-12-01',
  documents: [],
  overrideUntil: null,
  raisedOn: null,
};
const due = (more: Partial<ReviewGround>) => reviewDate({ ...ground, ...more }, DEFAULT_CASE_SETTINGS);

describe('the day of the next review', () => {
  test('is the months of the level after the last decision, or else after the first assessment', () => {
    expect(due({})).toEqual({
      dueOn: '2027-03-31',
      because: 'level',
      basis: { level: 'High', months: 12, from: '2026-03-31', counted: 'decision' },
    });
    expect(due({ level: 'Medium' }).dueOn).toBe('2028-03-31');
    expect(due({ level: 'Low', decidedOn: null })).toMatchObject({
      dueOn: '2028-12-01',
      basis: { from: '2025-12-01', counted: 'assessment' },
    });
  });

  test('comes sooner where a document runs out before, the first of several', () => {
    const documents = [
      { documentTypeId: 'Passport', expiryDate: '2026-11-05' },
      { documentTypeId: 'ProofofAddress', expiryDate: '2026-06-01' },
      { documentTypeId: 'CompanyLicense', expiryDate: '2030-01-01' },
    ];
    expect(due({ documents })).toMatchObject({
      dueOn: '2026-06-01',
      because: 'documentExpired',
      basis: { documentTypeId: 'ProofofAddress' },
    });
  });

  test('does not mind a document that had run out when it was decided', () => {
    const documents = [{ documentTypeId: 'Passport', expiryDate: '2026-03-30' }];
    expect(due({ documents }).because).toBe('level');
  });

  test('is the day after a decision that a document was valid for on its last day', () => {
    const documents = [{ documentTypeId: 'Passport', expiryDate: '2026-03-31' }];
    expect(due({ documents })).toMatchObject({ dueOn: '2026-04-01', because: 'documentExpired' });
  });

  test('is the day after the last one of a level that a person set', () => {
    expect(due({ level: 'Low', overrideUntil: '2026-12-31' })).toMatchObject({
      dueOn: '2027-01-01',
      because: 'overrideEnded',
    });
    expect(due({ overrideUntil: '2026-01-31' }).because).toBe('level');
  });

  test('is no sooner than the model that raised the level', () => {
    expect(due({ decidedOn: '2024-01-10', raisedOn: '2026-05-01' })).toMatchObject({
      dueOn: '2026-05-01',
      because: 'newModel',
    });
    expect(due({ raisedOn: '2026-05-01' })).toMatchObject({ dueOn: '2027-03-31', because: 'newModel' });
    expect(due({ raisedOn: '2026-01-01' }).because).toBe('level');
  });

  test('is never later at a higher level, whatever else holds', () => {
    for (const overrideUntil of [null, '2026-08-01', '2029-01-01']) {
      const days = RISK_LEVELS.map((level) => due({ level, overrideUntil }).dueOn);
      expect(days).toEqual(days.toSorted().reverse());
    }
  });
});
