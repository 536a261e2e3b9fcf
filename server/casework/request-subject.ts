import 'server-only';

import kyc from '@/lib/i18n/messages/en/kyc.json';
import { documentsNamed } from '@/lib/kyc/answer-documents';
import type { AnswerValue } from '@/lib/kyc/contract/answers';
import { badField, KycError } from '@/lib/kyc/contract/errors';
import type { FormField } from '@/lib/kyc/contract/forms';
import { DOCUMENT_TYPES, type DocumentType, known } from '@/lib/kyc/contract/lists';
import type { Profile, ProfileAnswer } from '@/lib/kyc/contract/profiles';
import { currentDocuments } from '@/lib/kyc/documents';
import type { AskAgain } from '@/lib/kyc/request-input';

/** A document as a profile holds it. */
type Held = Profile['documents'][number];

/** What is asked for, as it is stored, and what the customer calls it. */
export type Subject = {
  fieldId: string | null;
  documentTypeId: DocumentType | null;
  documentId: string | null;
  label: string;
};

/**
 * What a request is about, found in the customer's own profile: a document of somebody else, an older version and a field of another
 * form are a 404. A document that answers a question is asked for together with it, and the other way round, so that the customer may
 * change both.
 */
export function subjectOf(profile: Profile, asked: AskAgain['subject']): Subject {
  return 'documentId' in asked ? ofDocument(profile, asked.documentId) : ofField(profile, asked.fieldId);
}

/** The document, which has to be the current one of its type. */
export function currentDocument(profile: Profile, documentId: string): Held {
  const document = profile.documents.find(({ id }) => id === documentId);
  if (document === undefined) throw new KycError(404);
  if (!currentDocuments(profile.documents, typeOf).includes(document)) {
    throw new KycError(409, { message: 'A newer version of this document is there. Look at that one.' });
  }
  return document;
}

function ofDocument(profile: Profile, documentId: string): Subject {
  const documentTypeId = requestable(currentDocument(profile, documentId));
  const answer = profile.answers.find((one) => heldDocuments(one).includes(documentId));
  return {
    fieldId: answer?.fieldID ?? answer?.field?.id ?? null,
    documentTypeId,
    documentId,
    label: kyc.documentType[documentTypeId],
  };
}

function ofField(profile: Profile, fieldId: string): Subject {
  const field = fieldsOf(profile).find(({ id }) => id === fieldId);
  const answer = profile.answers.find((one) => (one.fieldID ?? one.field?.id) === fieldId);
  const label = field?.label ?? answer?.field?.label ?? answer?.field?.name;
  if (label === undefined) throw new KycError(404);
  if (field?.isLocked) throw badField('subject.fieldId', 'is locked: nobody can change its answer');
  const [documentId] = answer ? heldDocuments(answer) : [];
  const document = profile.documents.find(({ id }) => id === documentId);
  const documentTypeId = document
    ? requestable(document)
    : (known(DOCUMENT_TYPES, field?.limits?.documentTypeId) ?? null);
  return { fieldId, documentTypeId, documentId: documentId ?? null, label };
}

function fieldsOf(profile: Profile): FormField[] {
  return (profile.form.pages ?? []).flatMap(({ sections }) => sections.flatMap(({ fields }) => fields));
}

/** The documents that an answer names, whatever its type. */
function heldDocuments(answer: ProfileAnswer): string[] {
  return documentsNamed(answer as AnswerValue).map(({ documentId }) => documentId);
}

const typeOf = ({ documentTypeId }: Held) => documentTypeId ?? 'Other';

function requestable(document: Held): DocumentType {
  return known(DOCUMENT_TYPES, typeOf(document)) ?? 'Other';
}
