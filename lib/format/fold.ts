/** A text without accents and case, for finding in lists that are already in the browser. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
