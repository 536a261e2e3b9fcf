/*
 * A profile's answers worded for a reader, on the screen and in the report alike: whoever shows them only sets them. `null` is
 * nothing to show. Moments stay ISO 8601, because each reader has a clock of its own.
 */

/** A person of a `People` answer, cell by cell. */
export type PersonView = {
  name: string;
  roles: string | null;
  ownership: string | null;
  nationality: string | null;
  born: string | null;
  pep: string | null;
};

export type ValueView =
  | { kind: 'text'; paragraphs: string[]; mono: boolean }
  | { kind: 'list'; items: string[] }
  | { kind: 'parts'; parts: { label: string | null; lines: string[] }[] }
  | { kind: 'people'; people: PersonView[] };

export type AnswerView = {
  /** Null of what the form does not ask. */
  fieldId: string | null;
  label: string;
  required: boolean;
  /** Null where nothing is answered. */
  value: ValueView | null;
  answeredAt: string | null;
  answeredBy: string | null;
};

export type SectionView = { name: string; answers: AnswerView[] };
export type PageView = { name: string; sections: SectionView[] };
