import { line } from './text';
import type { AnswerLanguage, AnswerWords } from './words';

/** What the words of an answer are looked up in. */
export type Lookup = {
  words: AnswerWords;
  language: AnswerLanguage;
  /** The text of an option of the answer's field; the id itself where the field does not list it. */
  option: (id: string) => string;
  /** A document's type in words and its file name; the id itself where the profile does not list it. */
  document: (id: string) => { type: string; file: string };
};

/** The value properties of section 6, read one by one: a remote server's answer may lack some and hold others. */
export type Read = Record<string, unknown>;

export const text = (answer: Read, key: string) => (typeof answer[key] === 'string' ? line(answer[key]) : '');
export const strings = (value: unknown) =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : undefined;
