import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from './client';
import { describeOnEachDatabase } from './testing';

describeOnEachDatabase('the client', ({ db, open, pool }) => {
  test('answers', async () => {
    const { rows } = await db().execute(
      sql`select similarity('Jon', 'John') > 0.1 as similar, unaccent('é') as plain`,
    );
    expect(rows).toEqual([{ similar: true, plain: 'e' }]);
    expect(await database()).toBe(open());
    expect((await pool().query('select count(*)::int as n from customers')).rows).toEqual([{ n: 0 }]);
  });
});
