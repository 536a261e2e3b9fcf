import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { describeDbError, isTransientConflict, isUniqueViolation } from './errors';
import { openPostgres } from './postgres/open';
import { describeOnEachDatabase } from './testing';

const SECRET = 'jane.doe@example.com';

describeOnEachDatabase('a database error', (kit) => {
  beforeAll(async () => {
    await kit.pool().query('create table people (id int, email text constraint people_email_unique unique)');
  });
  const insert = () => kit.db().execute(sql`insert into people values (1, ${SECRET})`);
  const failure = async (run: () => Promise<unknown>) => {
    try {
      await run();
    } catch (error) {
      return error;
    }
    throw new Error('did not fail');
  };

  test('is described by its code, rule and statement, and never by a value', async () => {
    await insert();
    const error = await failure(insert);
    expect(String(error)).toContain(SECRET);
    expect(JSON.stringify(describeDbError(error))).not.toContain(SECRET);
    expect(describeDbError(error)).toMatchObject({
      code: '23505',
      constraint: 'people_email_unique',
      table: 'people',
      statement: 'insert into people values (1, $1)',
    });
  });

  test('whose message quotes a value is described without it', async () => {
    const error = await failure(() => kit.pool().query('select $1::text::int', [SECRET]));
    expect(String(error)).toContain(SECRET);
    expect(JSON.stringify(describeDbError(error))).not.toContain(SECRET);
    expect(describeDbError(error)).toMatchObject({ code: '22P02' });
  });

  test('says which unique rule was violated', async () => {
    const error = await failure(async () => {
      await insert();
      await insert();
    });
    expect(isUniqueViolation(error)).toBe(true);
    expect(isUniqueViolation(error, 'people_email_unique')).toBe(true);
    expect(isUniqueViolation(error, 'another_rule')).toBe(false);
    expect(isTransientConflict(error)).toBe(false);
  });
});

test('a server that does not answer is described by the system’s code', async () => {
  const { pool, close } = openPostgres('postgres://user:password-in-url@127.0.0.1:1/none');
  const error: unknown = await pool.query('select 1').catch((reason: unknown) => reason);
  expect(describeDbError(error)).toMatchObject({ code: 'ECONNREFUSED' });
  expect(JSON.stringify(describeDbError(error))).not.toContain('password-in-url');
  await close();
});

test('what is no error at all is described too', () => {
  expect(describeDbError('text')).toEqual({ name: 'string' });
  expect(isUniqueViolation(undefined)).toBe(false);
});
