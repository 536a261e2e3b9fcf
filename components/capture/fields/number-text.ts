/** How a locale writes numbers: its decimal and its grouping mark. */
interface Marks {
  decimal: string;
  group: string;
}

const marksOf = new Map<string, Marks>();

function marks(locale: string): Marks {
  const before = marksOf.get(locale);
  if (before) return before;
  const parts = new Intl.NumberFormat(locale).formatToParts(1_234_567.8);
  const mark = (type: 'decimal' | 'group') => parts.find((part) => part.type === type)?.value ?? '';
  const found = { decimal: mark('decimal'), group: mark('group') };
  marksOf.set(locale, found);
  return found;
}

/** Digits of Arabic, Persian and Devanagari writing, by the code point of their zero. */
const ZEROS = [0x0660, 0x06f0, 0x0966];
const BLANKS = /[\s\u00a0\u202f'’_\u200e\u200f\u061c]/gu;

function latin(text: string): string {
  return text
    .replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/gu, (digit) => {
      const code = digit.codePointAt(0) ?? 0;
      return String(code - (ZEROS.findLast((zero) => zero <= code) ?? code));
    })
    .replace(/\u066b/gu, '.')
    .replace(/[\u066c\u060c]/gu, ',')
    .replace(/[\u2212\u2013]/gu, '-');
}

/**
 * The number that a text says, read as the locale writes numbers and, where that leaves one meaning only, as its neighbours do:
 * `1,234.5`, `1.234,5` and `1 234,5` are all 1234.5. Undefined where it says none, or more than one (`1,23,4`, `12.`).
 */
export function numberOf(text: string, locale: string): number | undefined {
  const plain = latin(text).replace(BLANKS, '');
  const [, sign = '', digits = ''] = /^([+-]?)([\d.,]*\d[\d.,]*)$/.exec(plain) ?? [];
  const written = digits && withPoint(digits, marks(locale));
  if (!written || !/^\d*(\.\d+)?$/.test(written)) return undefined;
  const value = Number(`${sign === '-' ? '-' : ''}${written}`);
  return Number.isFinite(value) ? value : undefined;
}

/** Digits with a point before the decimals and no grouping; undefined where the marks contradict each other. */
function withPoint(digits: string, { decimal, group }: Marks): string | undefined {
  const lastPoint = digits.lastIndexOf('.');
  const lastComma = digits.lastIndexOf(',');
  if (lastPoint < 0 && lastComma < 0) return digits;
  if (lastPoint >= 0 && lastComma >= 0) {
    const [before, after] = splitAt(digits, Math.max(lastPoint, lastComma));
    return join(ungrouped(before, lastPoint > lastComma ? ',' : '.'), after);
  }
  const mark = lastPoint >= 0 ? '.' : ',';
  const [before, after] = splitAt(digits, Math.max(lastPoint, lastComma));
  if (before.includes(mark)) return ungrouped(digits, mark);
  const grouped = mark === group && mark !== latin(decimal) && ungrouped(digits, mark);
  return grouped || join(before, after);
}

const splitAt = (text: string, at: number) => [text.slice(0, at), text.slice(at + 1)] as const;
const join = (whole: string | undefined, decimals: string) =>
  whole === undefined ? undefined : `${whole}.${decimals}`;

/** Without a grouping mark that stands before every third digit, or, as in India, before pairs of digits and the last three. */
function ungrouped(digits: string, mark: string): string | undefined {
  const groups = digits.split(mark);
  const [first = '', ...rest] = groups;
  const [last = '', ...middle] = [...rest].reverse();
  const evenly = (length: number) => middle.every((group) => group.length === length);
  const wellFormed = first.length >= 1 && first.length <= 3 && last.length === 3 && (evenly(3) || evenly(2));
  return rest.length === 0 || wellFormed ? groups.join('') : undefined;
}

/** A number as the locale writes it, with all its decimals. */
export function numberText(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }).format(value);
}

/** A number as it is edited: the locale's decimal mark, no grouping. */
export function plainNumberText(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 20, useGrouping: false }).format(value);
}
