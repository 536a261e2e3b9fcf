import { describe, expect, test } from 'vitest';
import { documentStatus, returnedAnswer } from './document-status';
import { currentDocuments, expiryOf } from './documents';
import type { RequestLine } from './profile-page';

test('the current document of a type has the highest version; without versions, the newest upload', () => {
  const documents = [
    { id: 'a', type: 'Passport', version: 2, uploadedAt: '2026-01-01T00:00:00Z' },
    { id: 'b', type: 'Passport', version: 1, uploadedAt: '2026-02-01T00:00:00Z' },
    { id: 'c', type: 'W9', version: null, uploadedAt: '2026-01-01T00:00:00Z' },
    { id: 'd', type: 'W9', version: null, uploadedAt: '2026-02-01T00:00:00Z' },
  ];
  expect(currentDocuments(documents, ({ type }) => type).map(({ id }) => id)).toEqual(['a', 'd']);
});

test.each([
  ['2026-03-01', { kind: 'valid', days: 99 }],
  ['2026-02-20', { kind: 'expiring', days: 90, within: 90 }],
  ['2026-01-21', { kind: 'expiring', days: 60, within: 60 }],
  ['2025-12-23', { kind: 'expiring', days: 31, within: 60 }],
  ['2025-11-29', { kind: 'expiring', days: 7, within: 7 }],
  ['2025-11-22', { kind: 'expiring', days: 0, within: 7 }],
  ['2025-11-21', { kind: 'expired', days: -1 }],
])('on 22 November 2025 a document that expires %s stands so', (day, expiry) => {
  expect(expiryOf(day, '2025-11-22')).toEqual(expiry);
});

const request = (more: Partial<RequestLine>): RequestLine => ({
  id: 'r',
  fieldId: null,
  documentTypeId: 'Passport',
  documentId: 'old',
  reason: 'unreadable',
  words: 'Again',
  requestedAt: '2026-01-02T00:00:00Z',
  state: 'open',
  question: null,
  requestedBy: null,
  closedAt: null,
  ...more,
});

describe('how a document stands', () => {
  const document = { id: 'old', type: 'Passport', uploadedAt: '2026-01-01T00:00:00Z', review: null };
  const newer = { ...document, id: 'new', uploadedAt: '2026-01-03T00:00:00Z' };
  const accepted = { decision: 'accepted', by: 'Ingrid', at: '2026-01-04T00:00:00Z' } as const;
  test.each([
    ['nobody looked at it', document, [], 'notLookedAt'],
    ['it is asked for again', document, [request({})], 'askedAgain'],
    ['the request was withdrawn', document, [request({ state: 'withdrawn' })], 'notLookedAt'],
    ['it came since it was asked for', newer, [request({ state: 'answered' })], 'returned'],
    ['it was accepted', { ...newer, review: accepted }, [request({ state: 'answered' })], 'accepted'],
    ['another type is asked for', document, [request({ documentTypeId: 'W9' })], 'notLookedAt'],
  ] as const)('%s', (_, shown, requests, status) => {
    expect(documentStatus(shown, requests)).toBe(status);
  });
});

test('an answer is marked as returned when it was given after it was asked for again, and not before', () => {
  const asked = request({ fieldId: 'name', documentTypeId: null, documentId: null, state: 'answered' });
  expect(returnedAnswer('name', '2026-01-03T00:00:00Z', [asked])).toBe(asked);
  expect(returnedAnswer('name', '2026-01-01T00:00:00Z', [asked])).toBeUndefined();
  expect(returnedAnswer('other', '2026-01-03T00:00:00Z', [asked])).toBeUndefined();
  expect(returnedAnswer('name', '2026-01-03T00:00:00Z', [{ ...asked, state: 'open' }])).toBeUndefined();
});
