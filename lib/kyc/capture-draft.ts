import type * as z from 'zod';
import { canonicalJson } from '../canonical-json';
import type { AnswerValues, holding, person } from './contract/answers';
import type { FieldFault } from './contract/errors';
import type { FieldType } from './contract/lists';

type Loose<T> = { [K in keyof T]?: T[K] | undefined };

/** A share while it is typed: `typed` is the text in the box, `percent` what it says, missing while it says nothing. */
export type HoldingDraft = Loose<z.output<typeof holding>> & { typed?: string | undefined };

/** A member of a People list while it is filled in. */
export type PersonDraft = Omit<Loose<z.output<typeof person>>, 'holdings'> & {
  holdings?: HoldingDraft[] | undefined;
};

/** What a control keeps beside the value, because reading it loses something of what was typed. */
type Typed = {
  /** The text in the box, where it differs from how the number is written plainly. */
  Number: { typed?: string | undefined };
  /** The national part as typed, and the country (ISO 3166-1 alpha-2) whose calling code stands before it. */
  Phone: { typed?: string | undefined; region?: string | undefined };
};

type Values = Omit<{ [K in FieldType]: Loose<AnswerValues[K]> }, 'People'> & {
  People: { people?: PersonDraft[] | undefined };
};

type Drafts = {
  [T in FieldType]: { fieldTypeId: T } & Values[T] & (T extends keyof Typed ? Typed[T] : unknown);
};

/**
 * An answer while it is filled in: `fieldTypeId` and as many of the value's properties as there are. A text is kept as typed, also
 * where no answer could hold it. An answer of the server is a draft as it stands; `undefined` is a field in which nothing is entered.
 */
export type Draft<K extends FieldType = FieldType> = Drafts[K];

/**
 * What a draft says to the server, for `answerSchema(field)` and for a save: null where nothing is entered, so that an answer is taken
 * back. Texts are trimmed, empty ones and what only the control knows are left out; what no answer can hold stays for the schema to
 * refuse.
 */
export function answerOf(draft: Draft | undefined): object | null {
  if (draft === undefined) return null;
  const { fieldTypeId, ...value } = meant(draft);
  const given = compact(value);
  return isNothing(fieldTypeId, given) ? null : { fieldTypeId, ...given };
}

/** Whether two drafts, or a draft and an answer, say the same to the server. */
export function sameAnswer(one: Draft | undefined, other: Draft | undefined): boolean {
  return canonicalJson(answerOf(one)) === canonicalJson(answerOf(other));
}

/** The draft without what only its control knows. */
function meant(draft: Draft): { fieldTypeId: FieldType } & Record<string, unknown> {
  switch (draft.fieldTypeId) {
    case 'Number': {
      const { typed, ...rest } = draft;
      // A text that is no number is handed on as it is, so that it is refused instead of passing for nothing.
      return typed?.trim() && rest.numberValue === undefined ? { ...rest, numberValue: typed } : rest;
    }
    case 'Phone': {
      const { typed: _typed, region: _region, ...rest } = draft;
      return rest;
    }
    case 'CompanyAddress':
      return companyAddress(draft);
    case 'People':
      return { ...draft, people: draft.people?.map(personMeant) };
    default:
      return { ...draft };
  }
}

function companyAddress(
  draft: Draft<'CompanyAddress'>,
): { fieldTypeId: FieldType } & Record<string, unknown> {
  const { fieldTypeId, hasCorrespondenceAddress, ...rest } = draft;
  if (hasCorrespondenceAddress) return { fieldTypeId, ...rest, hasCorrespondenceAddress };
  const { countryId, city, zipcode, address } = rest;
  const own = compact({ countryId, city, zipcode, address });
  return { fieldTypeId, ...own, ...(isNothing(fieldTypeId, own) ? {} : { hasCorrespondenceAddress: false }) };
}

function personMeant({ holdings, ownershipPercent, ...rest }: PersonDraft): Record<string, unknown> {
  if (!holdings?.length) return compact({ ...rest, ownershipPercent });
  // What holdings come to is summed by the schema, not typed.
  const held = holdings.map(({ typed, ...share }) => compact({ ...share, percent: share.percent ?? typed }));
  return compact({ ...rest, holdings: held });
}

/** Trimmed texts; without what is empty. */
function compact(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, part]) => [key, typeof part === 'string' ? part.trim() : part] as const)
      .filter(([, part]) => part !== undefined && part !== ''),
  );
}

function isNothing(type: FieldType, value: Record<string, unknown>): boolean {
  if (type === 'People') return !(Array.isArray(value.people) && value.people.length > 0);
  return Object.keys(value).length === 0;
}

/** The id in the document of a field's part: `city`, `people[0].fullName`; with an empty path of the field itself. */
export function partId(fieldId: string, path: string): string {
  return path === '' ? fieldId : `${fieldId}-${path.replace(/\[(\d+)\]\.?/g, '-$1-').replace(/\./g, '-')}`;
}

/** What is wrong with a field: as a whole, and with its parts by their path (`people[0].fullName`). */
export type Problems = { whole?: string; parts: Record<string, string> };

/** Types whose answer has several boxes, each with a fault of its own. */
const IN_PARTS: readonly FieldType[] = ['UserAddress', 'CompanyAddress', 'IdCard', 'People'];

/** What `answerSchema` found wrong with an answer (`fieldFaults(error)`), by part; the first fault of each. */
export function problemsByPart(fieldTypeId: FieldType, faults: readonly FieldFault[]): Problems {
  const problems: Problems = { parts: {} };
  for (const { path, message } of faults) {
    if (!IN_PARTS.includes(fieldTypeId) || path === '' || path === 'people') problems.whole ??= message;
    else problems.parts[path] ??= message;
  }
  return problems;
}
