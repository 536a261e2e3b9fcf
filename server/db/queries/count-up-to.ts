import { type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { DbOrTx } from '../client';

/** How many rows match, counted up to `atMost`, so that a large book does not cost a scan for each look at it. */
export async function countUpTo(
  db: DbOrTx,
  table: PgTable,
  where: SQL | undefined,
  atMost: number,
): Promise<number> {
  const found = db.select({ one: sql`1` }).from(table).where(where).limit(atMost).as('found');
  const [counted] = await db.select({ count: sql<number>`count(*)::int` }).from(found);
  return counted?.count ?? 0;
}
