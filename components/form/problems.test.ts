import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { problemOf, UNSAID } from './problems';

function problem(schema: z.ZodType, value: unknown, maxLength?: number) {
  const parsed = schema.safeParse(value, { error: () => UNSAID, reportInput: true });
  const issue = parsed.error?.issues[0];
  if (!issue) throw new Error('the value was accepted');
  return problemOf(issue, maxLength);
}

describe('a fault', () => {
  it.each([
    ['nothing given', z.string(), undefined, { kind: 'missing' }],
    ['an empty text', z.string().min(1), '', { kind: 'missing' }],
    ['an empty address', z.email(), '', { kind: 'missing' }],
    ['a text too short', z.string().min(3), 'ab', { kind: 'tooShort', count: 3 }],
    ['a text too long', z.string().max(2), 'abc', { kind: 'tooLong', count: 2 }],
    ['half an address', z.email(), 'jane@', { kind: 'email' }],
    ['a pattern without words', z.string().regex(/^a/), 'b', { kind: 'format' }],
    ['a word out of the list', z.enum(['a', 'b']), 'c', { kind: 'chooseOne' }],
    ['no number', z.number(), 'x', { kind: 'number' }],
    ['a number too small', z.number().min(2), 1, { kind: 'tooSmall', count: 2 }],
    ['too few', z.array(z.string()).min(1), [], { kind: 'tooFew', count: 1 }],
    ['no day', z.iso.date(), '5 April', { kind: 'date' }],
  ])('of %s has a kind', (_, schema, value, expected) => expect(problem(schema, value)).toEqual(expected));

  it('keeps the words of the schema where it has any, as a sentence', () => {
    const schema = z.string().regex(/^\+/, { error: 'must begin with +' });
    expect(problem(schema, '12')).toEqual({ kind: 'format', said: 'Must begin with +.' });
  });

  it('knows a refinement that counts characters as a text too long', () => {
    const schema = z
      .string()
      .refine((text) => [...text].length <= 2, { error: 'must have at most 2 characters' });
    expect(problem(schema, 'abc', 2)).toEqual({ kind: 'tooLong', count: 2 });
  });
});
