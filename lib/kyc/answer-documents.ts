import type { AnswerValue } from './contract/answers';
import type { FormField } from './contract/forms';
import type { DocumentType } from './contract/lists';

/** The properties of an answer that name a document. Contract section 6. */
const NAMING = ['documentId', 'idCardFrontId', 'idCardBackId'] as const;
export type DocumentSlot = (typeof NAMING)[number];

/** The documents that an answer names, each with the property that names it. */
export function documentsNamed(value: AnswerValue): { slot: DocumentSlot; documentId: string }[] {
  return NAMING.flatMap((slot) => {
    const documentId = (value as Partial<Record<DocumentSlot, string>>)[slot];
    return documentId === undefined ? [] : [{ slot, documentId }];
  });
}

/**
 * What a document must be filed as to answer a field in this place; undefined where any type will do. Uploads to the field are filed
 * as this.
 */
export function documentTypeFor(
  { fieldTypeId, limits }: Pick<FormField, 'fieldTypeId' | 'limits'>,
  slot: DocumentSlot,
): DocumentType | (string & {}) | undefined {
  if (fieldTypeId === 'Passport') return 'Passport';
  if (slot === 'idCardFrontId') return 'IdCardFront';
  if (slot === 'idCardBackId') return 'IdCardBack';
  return limits?.documentTypeId;
}

/** Whether the document in this place must have an expiry date. Both sides of a card expire together: the front says when. */
export function expiryDateNeeded({ limits }: Pick<FormField, 'limits'>, slot: DocumentSlot): boolean {
  return (limits?.needsExpiryDate ?? false) && slot !== 'idCardBackId';
}
