import { dayOf } from '@/lib/days';
import { type DocumentSlot, documentTypeFor } from '@/lib/kyc/answer-documents';
import type { Actor } from '@/lib/kyc/api';
import { placedFields } from '@/lib/kyc/conditions';
import { KycError } from '@/lib/kyc/contract/errors';
import type { FormField } from '@/lib/kyc/contract/forms';
import { editable } from '@/lib/kyc/editing';
import { checkAnswers } from '@/lib/kyc/form-schema';
import { givenBy, type HeldSubmission } from './change';

/** What of a submission the rules look at. */
type Subject = Pick<HeldSubmission, 'submission' | 'openRequests' | 'pages' | 'answers'>;

/** What documents somebody may change now: all, or those of some types that were handed in after a moment (milliseconds). */
export type OpenDocuments = { types: 'all' | ReadonlySet<string>; since: number };

const ALL: OpenDocuments = { types: 'all', since: 0 };

/**
 * What documents this actor may change at a moment, or a 409 where none. People are held to what the form is open for
 * (`lib/kyc/editing`): while something is asked for again, to the types that answer it, and what compliance has seen stays. Another
 * system is held to nothing, because the contract does not limit it; the profile's version then tells the reviewer.
 */
export function openDocuments(
  { submission, openRequests, pages, answers }: Subject,
  actor: Actor,
  at: Date,
): OpenDocuments {
  if (actor.kind === 'apiClient' || actor.kind === 'system') return ALL;
  const today = dayOf(at);
  const owed = checkAnswers(pages, givenBy(answers), { today }).filter(({ kind }) => kind === 'missing');
  const open = editable(
    submission.kycState,
    openRequests,
    owed.map(({ fieldId }) => fieldId),
  );
  if (open.kind === 'all') return ALL;
  if (open.kind === 'nothing') {
    throw new KycError(409, { message: `Documents cannot be changed in the state ${submission.kycState}` });
  }
  const asked = placedFields(pages).filter(({ field }) => open.fieldIds.includes(field.id));
  const named = asked.flatMap(({ field }) => slotsOf(field).map((slot) => documentTypeFor(field, slot)));
  const since = Math.min(...openRequests.map(({ createdAt }) => Date.parse(createdAt)));
  // A field that takes a document of any type, asked for again, takes one of any type still.
  if (named.includes(undefined)) return { types: 'all', since };
  return { types: new Set([...open.documentTypeIds, ...named.flatMap((type) => type ?? [])]), since };
}

/** Whether a document of this type may be handed in. */
export function isOpenFor({ types }: OpenDocuments, documentTypeId: string): boolean {
  return types === 'all' || types.has(documentTypeId);
}

/** The places of a field's answer that name documents. */
function slotsOf({ fieldTypeId }: FormField): DocumentSlot[] {
  if (fieldTypeId === 'IdCard') return ['idCardFrontId', 'idCardBackId'];
  return ['Passport', 'Document', 'Signature'].includes(fieldTypeId) ? ['documentId'] : [];
}
