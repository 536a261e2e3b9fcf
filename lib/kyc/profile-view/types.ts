/*
 * A profile's answers worded for a reader, on the screen and in the report alike: whoever shows them only sets them. `null` is
 * nothing to show. Moments stay ISO 8601, because each reader has a clock of its own.
 */

/** A member of a `People` answer, cell by cell. */
export type PersonView = {
  name: string;
  /** A company's kind, the roles, and whether the share makes a beneficial owner. */
  roles: string | null;
  /** The share along all chains. */
  ownership: string | null;
  /** What is held, of whom: "75 % of Aurum Holdings Ltd", one line each; null where nothing is said but the share. */
  holdings: string[] | null;
  nationality: string | null;
  born: string | null;
  pep: string | null;
};

export type ValueView =
  | { kind: 'text'; paragraphs: string[]; mono: boolean }
  | { kind: 'list'; items: string[] }
  | { kind: 'parts'; parts: { label: string | null; lines: string[] }[] }
  /** `unaccounted` says how much of the ownership ends at nobody who is named; null where no ownership is told. */
  | { kind: 'people'; people: PersonView[]; unaccounted: string | null };

export type AnswerView = {
  /** What tells it from the profile's other answers, also of what the form does not ask: the field's id as the profile has it. */
  key: string;
  /** Null of what the form does not ask. */
  fieldId: string | null;
  label: string;
  required: boolean;
  /** Null where nothing is answered. */
  value: ValueView | null;
  answeredAt: string | null;
  /** As the profile names the source: an id. */
  answeredBy: string | null;
  /** Who answered, in words: "customer", or a name. */
  by: string | null;
};

export type SectionView = { name: string; answers: AnswerView[] };
export type PageView = { name: string; sections: SectionView[] };
