import { expect, test } from 'vitest';
import { reviewSentence } from './review-sentence';
import { REVIEW_CAUSES, type Review } from './reviews';

const review: Review = {
  dueOn: '2027-03-03',
  because: 'level',
  basis: { level: 'High', months: 12, from: '2026-03-03', counted: 'decision' },
};

test('says the level, how often, and from when', () => {
  expect(reviewSentence(review)).toBe('High risk: every 12 months, counted from the decision of 3 Mar 2026.');
  const monthly = { ...review, basis: { ...review.basis, months: 1 } };
  expect(reviewSentence(monthly)).toContain('every month,');
});

test('names the document that runs out', () => {
  const basis = { ...review.basis, documentTypeId: 'Passport' };
  expect(reviewSentence({ ...review, because: 'documentExpired', basis })).toMatch(/^Passport runs out then/);
});

test('leaves nothing unsaid, whatever the cause', () => {
  for (const because of REVIEW_CAUSES) expect(reviewSentence({ ...review, because })).not.toMatch(/[{}]/);
});
