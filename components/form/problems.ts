import type { z } from 'zod';

/** A fault that has words of its own in the messages; `count` fills them in. */
export type ProblemKind =
  | 'missing'
  | 'chooseOne'
  | 'tooShort'
  | 'tooLong'
  | 'email'
  | 'format'
  | 'tooSmall'
  | 'tooLarge'
  | 'tooFew'
  | 'number'
  | 'date'
  | 'invalid';

export interface Problem {
  kind: ProblemKind;
  count?: number;
  /** Words of the schema's own author, for faults that have no better ones. */
  said?: string;
}

/** Stands in for a message where the schema brings none, so that its own words can be told from zod's. */
export const UNSAID = '\u0000';

const dates = new Set(['date', 'datetime']);
const empty = (input: unknown) => input === undefined || input === null || input === '';

/** A fragment ("must be empty or …") as a sentence. */
function sentence(text: string): string {
  const start = text.charAt(0).toLocaleUpperCase() + text.slice(1);
  return /[.!?]$/.test(start) ? start : `${start}.`;
}

function withWords(kind: ProblemKind, message: string): Problem {
  return message === UNSAID ? { kind } : { kind, said: sentence(message) };
}

/**
 * What is wrong, in our own terms. `issue` comes from a parse with `reportInput`; `maxLength` is the field's limit, by
 * which a refinement that counts characters is recognised.
 */
export function problemOf(issue: z.core.$ZodIssue, maxLength?: number): Problem {
  switch (issue.code) {
    case 'invalid_type':
      if (empty(issue.input)) return { kind: 'missing' };
      if (issue.expected === 'number' || issue.expected === 'int') return { kind: 'number' };
      return { kind: issue.expected === 'date' ? 'date' : 'invalid' };
    case 'invalid_value':
      return { kind: 'chooseOne' };
    case 'too_small':
      if (issue.origin === 'string') {
        return Number(issue.minimum) <= 1
          ? { kind: 'missing' }
          : { kind: 'tooShort', count: Number(issue.minimum) };
      }
      return { kind: issue.origin === 'array' ? 'tooFew' : 'tooSmall', count: Number(issue.minimum) };
    case 'too_big':
      return { kind: issue.origin === 'string' ? 'tooLong' : 'tooLarge', count: Number(issue.maximum) };
    case 'invalid_format':
      if (empty(issue.input)) return { kind: 'missing' };
      if (issue.format === 'email') return { kind: 'email' };
      return dates.has(issue.format) ? { kind: 'date' } : withWords('format', issue.message);
    case 'custom':
      if (typeof issue.input === 'string' && maxLength !== undefined && [...issue.input].length > maxLength) {
        return { kind: 'tooLong', count: maxLength };
      }
      return withWords('invalid', issue.message);
    default:
      return withWords('invalid', issue.message);
  }
}
