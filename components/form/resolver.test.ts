import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { schemaResolver } from './resolver';

const schema = z.object({
  email: z.string().trim().min(1).pipe(z.email()),
  mobile: z.string().regex(/^(\+\d+)?$/, { error: 'must begin with +' }),
  person: z.object({ first: z.string().min(1).max(3) }),
});
const options = { fields: {}, shouldUseNativeValidation: false };
const good = { email: ' jane@bank.example ', mobile: '', person: { first: 'Jo' } };

function check(values: unknown, strict = true, words = {}) {
  const resolve = schemaResolver(schema, ({ kind, count }) => `${kind} ${count ?? ''}`.trim(), words, {
    on: () => strict,
    set: () => undefined,
  });
  return resolve(values as typeof good, undefined, options);
}

describe('the resolver of a form', () => {
  it('hands on what the schema made of the values', async () => {
    expect(await check(good)).toEqual({ values: { ...good, email: 'jane@bank.example' }, errors: {} });
  });

  it('gives each field one sentence, at its own path', async () => {
    const { errors } = await check({ email: 'jane@', mobile: '05', person: { first: 'Josephine' } });
    expect(errors).toMatchObject({
      email: { type: 'email', message: 'email' },
      mobile: { type: 'format', message: 'Must begin with +.' },
      person: { first: { type: 'tooLong', message: 'tooLong 3' } },
    });
  });

  it('prefers the words that the form has for a fault of a field', async () => {
    const { errors } = await check({ ...good, mobile: '05' }, true, { mobile: { format: 'Start with +.' } });
    expect(errors.mobile?.message).toBe('Start with +.');
  });

  it('says nothing of empty fields before the first submit, and says it from then on', async () => {
    const empty = { ...good, email: '' };
    expect((await check(empty, false)).errors).toEqual({});
    expect((await check(empty, true)).errors.email?.message).toBe('missing');
  });
});
