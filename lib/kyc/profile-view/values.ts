import type { ProfileAnswer } from '../contract/profiles';
import { peopleView } from './people';
import { type Lookup, type Read, strings, text } from './read';
import { country, date, moment, number, paragraphs, phone } from './text';
import type { ValueView } from './types';
import { type AnswerLanguage, fill } from './words';

/**
 * An answer's value for a reader, by its field type (contract, section 6); null where nothing is answered. An answer of an unknown type
 * is shown by whichever value property it has.
 */
export function valueView(answer: ProfileAnswer, lookup: Lookup): ValueView | null {
  const read = READERS[String(answer.fieldTypeId ?? answer.field?.fieldTypeId)];
  return (read?.(answer, lookup) ?? anyValue(answer, lookup)) || null;
}

const plain = (value: string, mono = false): ValueView | null =>
  value === '' ? null : { kind: 'text', paragraphs: [value], mono };

const list = (items: string[]): ValueView | null => {
  const shown = items.filter((item) => item !== '');
  return shown.length === 0 ? null : { kind: 'list', items: shown };
};

type Reader = (answer: Read, lookup: Lookup) => ValueView | null;

const textReader: Reader = (answer) => {
  const found = typeof answer.textValue === 'string' ? paragraphs(answer.textValue) : [];
  return found.length === 0 ? null : { kind: 'text', paragraphs: found, mono: false };
};

const documentReader: Reader = (answer, { document }) => {
  const id = text(answer, 'documentId');
  if (id === '') return null;
  const { type, file } = document(id);
  return parts([{ label: type, lines: [file] }]);
};

const READERS: Record<string, Reader> = {
  Text: textReader,
  TextArea: textReader,
  Email: textReader,
  Phone: (answer) => plain(phone(text(answer, 'textValue'))),
  Number: (answer) => (typeof answer.numberValue === 'number' ? plain(number(answer.numberValue)) : null),
  DatePicker: (answer) => plain(date(text(answer, 'date'))),
  SingleOptionRadio: (answer, { option }) => {
    const id = text(answer, 'optionId');
    return id === '' ? null : plain(option(id));
  },
  MultiOptionsCheckBox: (answer, { option, words }) => {
    const ids = strings(answer.optionIds);
    return ids?.length === 0 ? plain(words.noneChosen) : list((ids ?? []).map(option));
  },
  Country: (answer, { language }) => {
    const id = text(answer, 'countryId');
    return id === '' ? null : plain(country(id, language));
  },
  UserAddress: (answer, { language }) => parts([{ label: null, lines: address(answer, '', language) }]),
  CompanyAddress: (answer, { language, words }) => {
    const own = address(answer, '', language);
    if (answer.hasCorrespondenceAddress !== true) return parts([{ label: null, lines: own }]);
    return parts([
      { label: words.registered, lines: own },
      { label: words.correspondence, lines: address(answer, 'correspondence', language) },
    ]);
  },
  Passport: documentReader,
  Document: documentReader,
  IdCard: (answer, { document, words }) => {
    const [front, back] = [text(answer, 'idCardFrontId'), text(answer, 'idCardBackId')];
    return parts([
      { label: words.front, lines: front ? [document(front).file] : [] },
      { label: words.back, lines: back ? [document(back).file] : [] },
    ]);
  },
  Signature: (answer, { document, words }) => {
    const [id, at] = [text(answer, 'documentId'), text(answer, 'signedAt')];
    return id === ''
      ? null
      : parts([{ label: at && fill(words.signed, { at: moment(at) }), lines: [document(id).file] }]);
  },
  People: (answer, lookup) => {
    if (!Array.isArray(answer.people) || answer.people.length === 0) return null;
    return peopleView(answer.people, lookup);
  },
};

/** Street; city, state and zip code on one line; country. */
function address(answer: Read, prefix: '' | 'correspondence', language: AnswerLanguage): string[] {
  const part = (name: string) =>
    text(answer, prefix ? prefix + name.charAt(0).toUpperCase() + name.slice(1) : name);
  const place = [part('city'), part('state'), part('zipcode')].filter(Boolean).join(', ');
  const land = part('countryId');
  return [part('address'), place, land && country(land, language)].filter(Boolean);
}

function parts(all: { label: string | null; lines: string[] }[]): ValueView | null {
  const shown = all.filter(({ lines }) => lines.length > 0);
  return shown.length === 0 ? null : { kind: 'parts', parts: shown };
}

/** For a type that is not on our list: the first value property that reads as something. */
function anyValue(answer: Read, lookup: Lookup): ValueView | null {
  for (const read of Object.values(READERS)) {
    const value = read(answer, lookup);
    if (value) return value;
  }
  return null;
}
