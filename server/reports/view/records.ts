import { dayOf } from '@/lib/days';
import { expiryOf } from '@/lib/kyc/documents';
import type { RequestLine } from '@/lib/kyc/profile-page';
import { sourceWord } from '@/lib/kyc/profile-view/source';
import { date, line, moment, paragraphs } from '@/lib/kyc/profile-view/text';
import { answerWords, fill, wordFor } from '@/lib/kyc/profile-view/words';
import type { Tone } from '@/lib/theme/tokens';
import type { ProfileReport } from '../report';
import type { ReportWords } from '../words';
import { fileSize } from './format';
import type { DocumentView, Mark, RequestView } from './types';

type Filed = ProfileReport['profile']['documents'][number];

/** Every document and version that was filed, with what compliance said of it. */
export function documentViews(
  { profile, nameSource, reviews, language, generatedAt }: ProfileReport,
  words: ReportWords,
): DocumentView[] {
  return profile.documents.map((one) => ({
    type: wordFor(words.documentTypes, one.documentTypeId ?? 'Other'),
    version: one.version === undefined ? null : fill(words.documents.version, { version: one.version }),
    description: line(one.description ?? '') || null,
    file: line(one.originalFileName ?? one.fileName ?? one.id ?? '') || words.unknown,
    size: one.fileSizeInBytes === undefined ? words.unknown : fileSize(one.fileSizeInBytes),
    extent: extent(one, words),
    uploaded: one.uploadedAt ? moment(one.uploadedAt, 'without zone') : words.unknown,
    uploadedBy: sourceWord(nameSource(one.uploadedBy), answerWords(language)),
    expires: one.expiryDate ? date(one.expiryDate) : words.documents.noExpiry,
    expired: expired(one, dayOf(generatedAt), words),
    hash: line(one.shA256Hash ?? '') || null,
    review: review(one, reviews, words),
  }));
}

function expired({ expiryDate }: Filed, today: string, words: ReportWords): Mark | null {
  if (!expiryDate || expiryOf(expiryDate, today).kind !== 'expired') return null;
  return { word: words.documents.expired, tone: 'critical' };
}

function extent({ pageCount, width, height }: Filed, words: ReportWords): string | null {
  if (pageCount === 1 && !width) return words.documents.onePage;
  if (pageCount && pageCount > 1) return fill(words.documents.pages, { count: pageCount });
  return width && height ? fill(words.documents.pixels, { width, height }) : null;
}

function review(
  { id }: Filed,
  reviews: ProfileReport['reviews'],
  words: ReportWords,
): DocumentView['review'] {
  const said = id === undefined ? undefined : reviews.get(id);
  if (said === undefined) return null;
  return {
    word: words.documents[said.decision],
    tone: said.decision === 'accepted' ? 'positive' : 'caution',
    by: fill(words.documents.reviewed, { at: moment(said.at), by: line(said.by ?? '') || words.unknown }),
  };
}

const REQUEST_TONE: Record<RequestLine['state'], Tone> = {
  open: 'caution',
  answered: 'positive',
  withdrawn: 'neutral',
};

/** What compliance asked for again, in the words that the customer read. */
export function requestViews(requests: readonly RequestLine[], words: ReportWords): RequestView[] {
  return requests.map((one) => ({
    what:
      line(one.question ?? '') ||
      (one.documentTypeId === null ? words.unknown : wordFor(words.documentTypes, one.documentTypeId)),
    words: paragraphs(one.words),
    asked: [moment(one.requestedAt), line(one.requestedBy ?? '')].filter(Boolean).join(', '),
    state: { word: words.requests[one.state], tone: REQUEST_TONE[one.state] },
    closed: one.closedAt === null ? null : moment(one.closedAt),
  }));
}
