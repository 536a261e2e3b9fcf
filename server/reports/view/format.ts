const graphemes = new Intl.Segmenter();

/** At most `limit` characters as a reader counts them, with an ellipsis where something was cut. */
export function shorten(text: string, limit: number): string {
  const characters = [...graphemes.segment(text)].map(({ segment }) => segment);
  return characters.length <= limit
    ? text
    : `${characters
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`;
}

/** Decimal units as file managers show them: "812 bytes", "14.2 kB", "3.1 MB". */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${value.toFixed(1)} ${unit}`;
}

const MINUS = '\u2212';

/** Points of a score, to one decimal place at most: "12.5", "12". */
export function points(value: number): string {
  return String(Math.round(value * 10) / 10).replace('-', MINUS);
}
