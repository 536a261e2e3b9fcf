import { afterEach } from 'vitest';

/**
 * A test that prints a warning or an error fails: what is said there is a fault that nobody has looked at yet.
 * A test that expects such output takes the method over with `vi.spyOn(console, 'error')`.
 */
const printed: string[] = [];

for (const level of ['error', 'warn'] as const) {
  console[level] = (...parts: unknown[]) => {
    printed.push(`console.${level}: ${parts.map(asText).join(' ')}`);
  };
}

afterEach(() => {
  const found = printed.splice(0);
  if (found.length > 0) throw new Error(`The test printed:\n${found.join('\n')}`);
});

function asText(part: unknown): string {
  if (part instanceof Error) return part.stack ?? part.message;
  return typeof part === 'string' ? part : (JSON.stringify(part) ?? String(part));
}
