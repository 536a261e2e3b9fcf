import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { limitsAt } from './limits';

const schema = z.object({
  name: z.string().min(1).max(40),
  alias: z.string().max(20),
  nick: z.string().min(2).optional(),
  email: z.string().trim().max(254).pipe(z.email()).meta({ maxLength: 254, format: 'email' }),
  site: z.url().nullish(),
  count: z.number().int().min(1),
  agree: z.boolean(),
  sure: z.literal(true),
  person: z.object({ first: z.string().min(1).meta({ maxLength: 200 }) }).nullish(),
  tags: z.array(z.object({ word: z.string().min(1) })),
});

describe('limits read from a schema', () => {
  it.each([
    ['name', { required: true, maxLength: 40 }],
    ['alias', { required: false, maxLength: 20 }],
    ['nick', { required: false }],
    ['email', { required: true, maxLength: 254, format: 'email' }],
    ['site', { required: false, format: 'url' }],
    ['count', { required: true, format: 'number' }],
    ['agree', { required: false }],
    ['sure', { required: true }],
    ['person.first', { required: true, maxLength: 200 }],
    ['tags.0.word', { required: true }],
  ])('are those of %s', (path, limits) => expect(limitsAt(schema, path)).toEqual(limits));

  it('ask nothing of a field that the schema does not know', () => {
    expect(limitsAt(schema, 'person.middle')).toEqual({ required: false });
  });
});
