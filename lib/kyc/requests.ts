import type { DocumentType } from './contract/lists';

/** Why something is asked for again; the words that the customer reads start from the reason's and may be changed. */
export const REQUEST_REASONS = [
  'unreadable',
  'incomplete',
  'expired',
  'tooOld',
  'wrongDocument',
  'nameDiffers',
  'contradicts',
  'moreDetail',
  'other',
] as const;
export type RequestReason = (typeof REQUEST_REASONS)[number];

/** What compliance says of a document. */
export const DOCUMENT_DECISIONS = ['accepted', 'askedAgain'] as const;
export type DocumentDecision = (typeof DOCUMENT_DECISIONS)[number];

/** The longest words to a customer, in characters. */
export const REQUEST_WORDS_LIMIT = 1_000;

/** Days before a document's expiry on which a warning is given. */
export const EXPIRY_WARNINGS = [90, 60, 30, 7] as const;
/** The same as a list's filter names them, the nearest first. */
export const EXPIRING_WITHIN = ['7', '30', '60', '90'] as const;

/** Something that is asked for again. Moments are ISO 8601 in UTC. */
export type InformationRequest = {
  id: string;
  fieldId: string | null;
  documentTypeId: DocumentType | null;
  documentId: string | null;
  reason: RequestReason;
  words: string;
  requestedAt: string;
  state: 'open' | 'answered' | 'withdrawn';
};

/**
 * What compliance may ask for again in a state: everything while it decides and after a negative decision, documents alone while the
 * customer stays approved (they run out), nothing while the customer fills in.
 */
export function askable(state: string): 'all' | 'documents' | 'nothing' {
  if (state === 'ComplianceReview' || state === 'Rejected') return 'all';
  return state === 'Approved' ? 'documents' : 'nothing';
}
