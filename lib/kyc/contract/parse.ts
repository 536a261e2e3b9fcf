import type { z } from 'zod';
import { fieldFaults, KycError } from './errors';

/** The contract's words for the faults that zod finds itself; a schema's own words come first. */
const words: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is required' : `must be ${article(issue.expected)}`;
    case 'invalid_value':
      return issue.input === undefined
        ? 'is required'
        : `must be one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return issue.origin === 'string'
        ? atLeastCharacters(Number(issue.minimum))
        : `must be at least ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `must have at most ${issue.maximum} characters`
        : `must be at most ${issue.maximum}`;
    case 'invalid_format':
      return issue.format === 'email' ? 'must be an e-mail address' : `must be ${article(issue.format)}`;
    default:
      return undefined;
  }
};

function atLeastCharacters(least: number): string {
  return least === 1 ? 'must not be empty' : `must have at least ${least} characters`;
}

function article(kind: string): string {
  return `${/^[aeio]/.test(kind) ? 'an' : 'a'} ${kind}`;
}

/** How every parse of the contract's input words its faults; pass it to `safeParse` and to the form resolver. */
export const parseParams = { error: words } as const;

/** `input` as `schema` wants it, or a 400 `KycError` with one fault for each bad field. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input, parseParams);
  if (parsed.success) return parsed.data;
  throw new KycError(400, { fields: fieldFaults(parsed.error) });
}
