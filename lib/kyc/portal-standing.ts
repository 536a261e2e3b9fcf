import type { CaptureView } from './capture';
import { givenWith } from './capture-pages';
import { placedFields, shownPages } from './conditions';
import { KYC_STATES, known } from './contract/lists';
import { currentDocuments, expiryOf } from './documents';
import { checkAnswers } from './form-schema';
import type { DocumentLine } from './profile-page';
import type { InformationRequest } from './requests';

/** Where an onboarding stands, as its customer sees it. */
export type PortalStanding =
  /** Nothing answered yet. */
  | 'invited'
  /** Being filled in, with something missing; `again` after a negative decision. */
  | 'filling'
  | 'fillingAgain'
  /** Nothing missing: to be sent in. */
  | 'ready'
  | 'readyAgain'
  /** Something is asked for again, and not all of it is answered. */
  | 'asked'
  /** All of what was asked for again is answered: to be sent back. */
  | 'answered'
  /** Sent; the firm's turn. */
  | 'review'
  | 'approved'
  /** Decided against, and nothing changed since. */
  | 'refused';

/** A page of the form, with how many of its answers are missing or not yet what is wanted. */
export type OwedPage = { id: string; name: string; owed: number };

/** Something that is asked for again, with where it is answered. */
export type AskedItem = {
  request: InformationRequest;
  /** The question; null of a document that belongs to none. */
  question: string | null;
  pageId: string | null;
  /** Whether it was answered, or uploaded, since it was asked for. */
  isAnswered: boolean;
};

/** A document with its day of expiry, and how many days away that is; negative once it is over. */
export type ExpiringDocument = { document: DocumentLine; expiryDate: string; days: number };

export type PortalOverview = {
  standing: PortalStanding;
  /** Where the customer's own hands are wanted: filling in, sending, answering again. */
  isTheirTurn: boolean;
  pages: OwedPage[];
  asked: AskedItem[];
  /** Those that expire within the first warning's days, or are over; the most urgent first. */
  expiring: ExpiringDocument[];
};

type View = Pick<CaptureView, 'kycState' | 'pages' | 'answers' | 'documents' | 'requests'>;

/** What the portal's first page says, from a customer's view of its own form. `today`: a day, YYYY-MM-DD. */
export function portalOverview(view: View, today: string): PortalOverview {
  const given = givenWith(view, {});
  const problems = checkAnswers(view.pages, given, { today });
  const asked = askedItems(view);
  const standing = standingOf(view, problems.length === 0, asked);
  return {
    standing,
    isTheirTurn: standing !== 'review' && standing !== 'approved',
    pages: shownPages(view.pages, given).map(({ id, name }) => ({
      id,
      name,
      owed: problems.filter(({ pageId }) => pageId === id).length,
    })),
    asked,
    expiring: expiringDocuments(view.documents, today),
  };
}

function standingOf(view: View, isComplete: boolean, asked: readonly AskedItem[]): PortalStanding {
  if (asked.length > 0) return asked.every(({ isAnswered }) => isAnswered) ? 'answered' : 'asked';
  switch (known(KYC_STATES, view.kycState)) {
    case 'New':
      return 'invited';
    case 'Onboarding':
      return isComplete ? 'ready' : 'filling';
    case 'OnboardingAfterRejection':
      return isComplete ? 'readyAgain' : 'fillingAgain';
    case 'Approved':
      return 'approved';
    case 'Rejected':
      return 'refused';
    default:
      return 'review';
  }
}

function askedItems({ requests, pages, answers, documents }: View): AskedItem[] {
  const fields = new Map(placedFields(pages).map((placed) => [placed.field.id, placed]));
  return requests
    .filter(({ state }) => state === 'open')
    .map((request) => {
      const placed = request.fieldId === null ? undefined : fields.get(request.fieldId);
      return {
        request,
        question: placed?.field.label ?? null,
        pageId: placed?.page.id ?? null,
        isAnswered: isAnswered(request, answers, documents),
      };
    });
}

/** A question is answered by an answer, a document that belongs to none by an upload of its type. */
function isAnswered(
  { fieldId, documentTypeId, requestedAt }: InformationRequest,
  answers: View['answers'],
  documents: readonly DocumentLine[],
): boolean {
  const since = (moment: string | null | undefined) =>
    !!moment && Date.parse(moment) > Date.parse(requestedAt);
  if (fieldId !== null) return since(answers[fieldId]?.answeredAt);
  return documents.some(({ type, uploadedAt }) => type === documentTypeId && since(uploadedAt));
}

/** Of each type the current document only: who has added a new one need not hear of the old one. */
function expiringDocuments(documents: readonly DocumentLine[], today: string): ExpiringDocument[] {
  return currentDocuments(documents, ({ type }) => type)
    .flatMap((document) => {
      const { expiryDate } = document;
      if (expiryDate === null) return [];
      const { kind, days } = expiryOf(expiryDate, today);
      return kind === 'valid' ? [] : [{ document, expiryDate, days }];
    })
    .sort((a, b) => a.days - b.days);
}
