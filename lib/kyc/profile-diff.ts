import { canonicalJson } from '../canonical-json';
import type { Profile, ProfileAnswer, RiskFactor } from './contract/profiles';
import { currentDocuments } from './documents';
import { type Subject, subjectOfDocument, subjectOfField } from './materiality';
import { meaningOf, sameAnswer } from './same-answer';

/**
 * How much a change matters. `cosmetic`: it says the same in other words, or counts for nothing in due diligence; `material`: it says
 * another thing about what counts; `riskMoving`: and a factor of the risk that looks at it is another one.
 */
export const CHANGE_MARKS = ['riskMoving', 'material', 'cosmetic'] as const;
export type ChangeMark = (typeof CHANGE_MARKS)[number];

/** What happened to an answer or a document. */
export type Happening = 'added' | 'changed' | 'removed';

type Marked = {
  mark: ChangeMark;
  /** What it counts for; null = nothing. */
  subject: Subject | null;
  /** True where it says the same as before. */
  sameMeaning: boolean;
};

export type ProfileDocument = Profile['documents'][number];

/** What is another in the second of two profiles. An answer is known by its field, a document by its type. */
export type ProfileChange = Marked &
  (
    | {
        kind: 'answer';
        key: string;
        how: Happening;
        before: ProfileAnswer | null;
        after: ProfileAnswer | null;
      }
    | {
        kind: 'document';
        key: string;
        how: Happening;
        before: ProfileDocument | null;
        after: ProfileDocument | null;
      }
    | { kind: 'level' | 'state'; key: string; how: 'changed'; before: string | null; after: string | null }
  );

/**
 * What is another in profile `b` than in `a`: answers in the order of the form, then documents, level and state. Of equal profiles there
 * is nothing, and the other way round the same changes are found with before and after swapped.
 */
export function profileChanges(a: Profile, b: Profile): ProfileChange[] {
  const moved = movedFactors(a, b);
  return [
    ...answerChanges(a, b, moved),
    ...documentChanges(a, b, moved),
    ...wordChange('level', a.riskAssessment.riskLevelId, b.riskAssessment.riskLevelId, 'riskMoving'),
    ...wordChange('state', a.submission.kycState, b.submission.kycState, 'material'),
  ];
}

/** The factors whose score or contribution is another one, as both profiles tell them. */
export function movedFactors(
  a: Profile,
  b: Profile,
): { before: RiskFactor | null; after: RiskFactor | null }[] {
  const before = byKey(a.riskAssessmentDetail.factors ?? [], ({ id }) => id ?? '');
  const after = byKey(b.riskAssessmentDetail.factors ?? [], ({ id }) => id ?? '');
  return keysOf(before, after).flatMap((id) => {
    const pair = { before: before.get(id) ?? null, after: after.get(id) ?? null };
    const told = (factor: RiskFactor | null) => factor && [factor.score, factor.contribution, factor.value];
    return meaningOf(told(pair.before)) === meaningOf(told(pair.after)) ? [] : [pair];
  });
}

type Moved = ReturnType<typeof movedFactors>;

function answerChanges(a: Profile, b: Profile, moved: Moved): ProfileChange[] {
  const before = byKey(a.answers, fieldOf);
  const after = byKey(b.answers, fieldOf);
  return keysOf(before, after).flatMap((key): ProfileChange[] => {
    const pair = { before: before.get(key) ?? null, after: after.get(key) ?? null };
    const values = { before: valueOf(pair.before), after: valueOf(pair.after) };
    if (canonicalJson(values.before) === canonicalJson(values.after)) return [];
    const field = pair.after?.field ?? pair.before?.field ?? {};
    const fieldTypeId = pair.after?.fieldTypeId ?? pair.before?.fieldTypeId ?? field.fieldTypeId;
    const subject = subjectOfField({ name: field.name, fieldTypeId });
    const sameMeaning = sameAnswer(withFiles(a, values.before), withFiles(b, values.after));
    const isLookedAt = moved.some((factor) => looksAt(factor, key, subject));
    return [{ kind: 'answer', key, how: howOf(pair), ...pair, ...marked(subject, sameMeaning, isLookedAt) }];
  });
}

function documentChanges(a: Profile, b: Profile, moved: Moved): ProfileChange[] {
  const before = currentByType(a);
  const after = currentByType(b);
  return keysOf(before, after).flatMap((key): ProfileChange[] => {
    const pair = { before: before.get(key) ?? null, after: after.get(key) ?? null };
    if (pair.before?.id === pair.after?.id) return [];
    const subject = subjectOfDocument(key);
    const sameMeaning = fileOf(pair.before) === fileOf(pair.after);
    const isLookedAt = moved.some(({ before: old, after: now }) =>
      [old, now].some((factor) => factor?.category === 'Documents'),
    );
    return [
      { kind: 'document', key, how: howOf(pair), ...pair, ...marked(subject, sameMeaning, isLookedAt) },
    ];
  });
}

function wordChange(
  kind: 'level' | 'state',
  before: string | undefined,
  after: string | undefined,
  mark: ChangeMark,
): ProfileChange[] {
  if (before === after) return [];
  const words = { before: before ?? null, after: after ?? null };
  return [{ kind, key: kind, how: 'changed', ...words, mark, subject: null, sameMeaning: false }];
}

function marked(subject: Subject | null, sameMeaning: boolean, isLookedAt: boolean): Marked {
  const counts = subject !== null && !sameMeaning;
  return {
    mark: !sameMeaning && isLookedAt ? 'riskMoving' : counts ? 'material' : 'cosmetic',
    subject,
    sameMeaning,
  };
}

/** What the categories of a model's factors look at, for assessments that do not name the answers they come from. */
const SUBJECTS_OF_CATEGORY: Readonly<Record<string, readonly Subject[]>> = {
  Geography: ['identity', 'address', 'tax'],
  Activity: ['activity'],
  Funds: ['funds'],
  Ownership: ['ownership'],
  Customer: ['exposure'],
};

function looksAt({ before, after }: Moved[number], fieldId: string, subject: Subject | null): boolean {
  const told = [before, after].filter((factor) => factor !== null);
  if (told.some(({ sources }) => sources !== undefined)) {
    return told.some(({ sources }) => sources?.some((source) => source.fieldId === fieldId));
  }
  return (
    subject !== null &&
    told.some(({ category }) => SUBJECTS_OF_CATEGORY[category ?? '']?.includes(subject) ?? false)
  );
}

const BESIDE_THE_VALUE = new Set([
  'id',
  'fieldID',
  'fieldTypeId',
  'field',
  'answeredAt',
  'answeredBy',
  'version',
]);

/** The value properties of an answer; null of none. */
function valueOf(answer: ProfileAnswer | null): Record<string, unknown> | null {
  if (answer === null) return null;
  return Object.fromEntries(Object.entries(answer).filter(([name]) => !BESIDE_THE_VALUE.has(name)));
}

/** An answer with the files that it names in place of their ids: the same file handed in twice says the same. */
function withFiles({ documents }: Profile, value: Record<string, unknown> | null) {
  if (value === null) return null;
  const files = new Map(documents.map((document) => [document.id, document.shA256Hash]));
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      name.endsWith('Id') && typeof one === 'string' ? (files.get(one) ?? one) : one,
    ]),
  );
}

const fieldOf = (answer: ProfileAnswer) => answer.fieldID ?? answer.field?.id ?? '';
const typeOf = ({ documentTypeId }: ProfileDocument) => documentTypeId ?? 'Other';
const fileOf = (document: ProfileDocument | null) =>
  document && meaningOf([document.shA256Hash ?? document.id, document.expiryDate]);

function currentByType({ documents }: Profile): Map<string, ProfileDocument> {
  return byKey(currentDocuments(documents, typeOf), typeOf);
}

function howOf({ before, after }: { before: unknown; after: unknown }): Happening {
  return before === null ? 'added' : after === null ? 'removed' : 'changed';
}

function byKey<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T> {
  return new Map(items.map((item) => [keyOf(item), item]));
}

function keysOf(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): string[] {
  return [...new Set([...a.keys(), ...b.keys()])];
}
