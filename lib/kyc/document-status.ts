import type { Tone } from '../theme/tokens';
import type { DocumentLine, RequestLine } from './profile-page';

/**
 * How a document stands with compliance: `returned` came in since its type was asked for again, `askedAgain` waits for the customer,
 * `notLookedAt` waits for compliance.
 */
export type DocumentStatus = 'accepted' | 'askedAgain' | 'returned' | 'notLookedAt';

export const DOCUMENT_STATUS_TONE: Record<DocumentStatus, Tone> = {
  accepted: 'positive',
  askedAgain: 'caution',
  returned: 'info',
  notLookedAt: 'neutral',
};

type Asked = Pick<RequestLine, 'documentTypeId' | 'documentId' | 'state' | 'requestedAt'>;

/** The status of the current document of a type. A request that was withdrawn leaves the document as if nobody had looked at it. */
export function documentStatus(
  { id, type, uploadedAt, review }: Pick<DocumentLine, 'id' | 'type' | 'uploadedAt' | 'review'>,
  requests: readonly Asked[],
): DocumentStatus {
  if (review?.decision === 'accepted') return 'accepted';
  const ofType = requests.filter(
    ({ documentTypeId, state }) => documentTypeId === type && state !== 'withdrawn',
  );
  const isNewer = ofType.some(
    ({ documentId, requestedAt }) =>
      documentId !== id && uploadedAt !== null && Date.parse(uploadedAt) > Date.parse(requestedAt),
  );
  if (isNewer) return 'returned';
  return ofType.some(({ state }) => state === 'open') ? 'askedAgain' : 'notLookedAt';
}

/** The request that an answer came back for, while it has not been asked again since; undefined for an answer that nobody asked again. */
export function returnedAnswer(
  fieldId: string | null,
  answeredAt: string | null,
  requests: readonly RequestLine[],
): RequestLine | undefined {
  if (fieldId === null || answeredAt === null) return undefined;
  return requests.find(
    (request) =>
      request.fieldId === fieldId &&
      request.state === 'answered' &&
      Date.parse(answeredAt) > Date.parse(request.requestedAt),
  );
}
