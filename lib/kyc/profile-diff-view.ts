import type { Profile } from './contract/profiles';
import { currentDocuments } from './documents';
import { movedFactors, type ProfileChange, type ProfileDocument, profileChanges } from './profile-diff';
import { pageViews } from './profile-view/answers';
import { fill, answerWords, wordFor } from './profile-view/words';
import { date, line } from './profile-view/text';
import type { AnswerView, ValueView } from './profile-view/types';
import type { ComparedLine, ComparedValue, MovedFactor } from './versions';
import words from '../i18n/messages/en/versions.json';

/**
 * Two profiles line by line, worded for a reader: level and state, the questions of the form in its order, the documents. What is the
 * same in both is told as well.
 */
export function comparedLines(a: Profile, b: Profile): ComparedLine[] {
  const changes = new Map(profileChanges(a, b).map((change) => [`${change.kind} ${change.key}`, change]));
  return [
    standing('level', a.riskAssessment.riskLevelId, b.riskAssessment.riskLevelId, changes),
    standing('state', a.submission.kycState, b.submission.kycState, changes),
    ...answerLines(a, b, changes),
    ...documentLines(a, b, changes),
  ];
}

/** The factors of the risk that are another one, with the points that each gave. */
export function movedFactorLines(a: Profile, b: Profile): MovedFactor[] {
  return movedFactors(a, b)
    .map(({ before, after }) => ({
      id: after?.id ?? before?.id ?? '',
      name: line(after?.name ?? before?.name ?? after?.id ?? ''),
      before: before?.contribution ?? null,
      after: after?.contribution ?? null,
    }))
    .filter((factor) => factor.before !== factor.after);
}

type Changes = ReadonlyMap<string, ProfileChange>;
type Told = Pick<ComparedLine, 'id' | 'kind' | 'page' | 'section' | 'label' | 'before' | 'after'>;

function compared(told: Told, change: ProfileChange | undefined): ComparedLine {
  return {
    ...told,
    how: change?.how ?? 'same',
    mark: change?.mark ?? null,
    subject: change?.subject ?? null,
    sameMeaning: change?.sameMeaning ?? true,
  };
}

function standing(
  kind: 'level' | 'state',
  before: string | undefined,
  after: string | undefined,
  changes: Changes,
): ComparedLine {
  const value = (word: string | undefined) => (word === undefined ? null : plain([word]));
  const told = { id: kind, kind, page: null, section: null, label: words.standing[kind] };
  return compared({ ...told, before: value(before), after: value(after) }, changes.get(`${kind} ${kind}`));
}

function answerLines(a: Profile, b: Profile, changes: Changes): ComparedLine[] {
  const before = placedAnswers(a);
  const after = placedAnswers(b);
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((id) => {
    const [old, now] = [before.get(id), after.get(id)];
    const place = now ?? old;
    if (place === undefined || (!old?.answer.value && !now?.answer.value)) return [];
    const { page, section, answer } = place;
    const told = { id: `answer-${id}`, kind: 'answer' as const, page, section, label: answer.label };
    return compared(
      { ...told, before: answered(old?.answer), after: answered(now?.answer) },
      changes.get(`answer ${id}`),
    );
  });
}

type Placed = { page: string; section: string; answer: AnswerView };

function placedAnswers(profile: Profile): Map<string, Placed> {
  return new Map(
    pageViews(profile, 'en').flatMap(({ name: page, sections }) =>
      sections.flatMap(({ name: section, answers }) =>
        answers.map((answer) => [answer.key, { page, section, answer }] as const),
      ),
    ),
  );
}

const answered = (answer: AnswerView | undefined): ComparedValue | null =>
  answer?.value ? { value: answer.value, documentId: null } : null;

function documentLines(a: Profile, b: Profile, changes: Changes): ComparedLine[] {
  const before = documentsByType(a);
  const after = documentsByType(b);
  const there = new Set(b.documents.map(({ id }) => id));
  return [...new Set([...after.keys(), ...before.keys()])].map((type) => {
    const [old, now] = [before.get(type), after.get(type)];
    const told = { id: `document-${type}`, kind: 'document' as const, page: null, section: null };
    const label = wordFor(answerWords('en').documentTypes, type);
    const shown = { before: filed(old, there), after: filed(now, there) };
    return compared({ ...told, label, ...shown }, changes.get(`document ${type}`));
  });
}

function documentsByType({ documents }: Profile): Map<string, ProfileDocument> {
  const typeOf = ({ documentTypeId }: ProfileDocument) => documentTypeId ?? 'Other';
  return new Map(currentDocuments(documents, typeOf).map((document) => [typeOf(document), document]));
}

/** One that is no longer there in the later profile was deleted, and cannot be opened. */
function filed(
  document: ProfileDocument | undefined,
  there: ReadonlySet<string | undefined>,
): ComparedValue | null {
  if (document === undefined) return null;
  const { id, originalFileName, fileName, version, expiryDate } = document;
  const lines = [line(originalFileName ?? fileName ?? id ?? '')];
  if (version) lines.push(fill(words.document.version, { version }));
  if (expiryDate) lines.push(fill(words.document.expires, { day: date(expiryDate) }));
  return { ...plain(lines), documentId: id !== undefined && there.has(id) ? id : null };
}

function plain(paragraphs: string[]): ComparedValue {
  const value: ValueView = { kind: 'text', paragraphs, mono: false };
  return { value, documentId: null };
}
