import type pg from 'pg';

/** A statement as it was sent, with its parameters. */
export type SentStatement = { text: string; values: unknown[] };

/** Every reading statement that the work sends through the pool itself, which is outside of transactions, in order. */
export async function sentStatements(pool: pg.Pool, run: () => Promise<unknown>): Promise<SentStatement[]> {
  const sent: SentStatement[] = [];
  const query = pool.query.bind(pool) as (statement: unknown, values?: unknown) => unknown;
  Object.assign(pool, {
    query(statement: string | { text: string }, values?: unknown[]) {
      sent.push({ text: typeof statement === 'string' ? statement : statement.text, values: values ?? [] });
      return query(statement, values);
    },
  });
  await run().finally(() => Object.assign(pool, { query }));
  return sent.filter(({ text }) => /^\s*(select|with|\()/i.test(text));
}
