/** A figure as the tables show it. */
export function fixed(value: number | undefined, digits = 1): string {
  return value === undefined ? 'n/a' : value.toFixed(digits);
}

/** The first column to the left, the others to the right. */
export function columns(head: string[], lines: string[][]): string {
  const all = [head, ...lines];
  const widths = head.map((_, at) => Math.max(...all.map((line) => line[at]?.length ?? 0)));
  const padded = (line: string[]) =>
    line.map((text, at) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0)));
  const ruled = [head, widths.map((width) => '─'.repeat(width)), ...lines];
  return ruled.map((line) => padded(line).join('  ').trimEnd()).join('\n');
}
