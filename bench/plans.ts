import type { OpenDatabase } from '@/server/db/client';
import { sentStatements } from '@/server/db/testing/sent-statements';

/** What a piece of work asks the database, as it was carried out. */
export type Plans = {
  /** Each reading statement with its plan. */
  text: string;
  /** What a plan has that grows with the book: a large table read from end to end, many rows read in vain. */
  warnings: string[];
};

/** A table with fewer rows is read whole sooner than through an index. */
const LARGE = 1_000;
/** More rows than this read for nothing are told. */
const IN_VAIN = 10_000;

/** The plan of every reading statement that the work sends outside of transactions. */
export async function plansOf({ pool }: OpenDatabase, run: () => Promise<unknown>): Promise<Plans> {
  const sent = await sentStatements(pool, run);
  const { rows: tables } = await pool.query<{ name: string }>(
    "select relname as name from pg_class where relkind = 'r' and reltuples >= $1",
    [LARGE],
  );
  const large = new Set(tables.map(({ name }) => name));
  const told: string[] = [];
  const warnings = new Set<string>();
  for (const { text, values } of sent) {
    const { rows } = await pool.query<{ 'QUERY PLAN': string }>(`explain (analyze, buffers) ${text}`, values);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    told.push(`${text}\n${plan}`);
    for (const [, name = ''] of plan.matchAll(/Seq Scan on (\w+)/g)) {
      if (large.has(name)) warnings.add(`seq scan of ${name}`);
    }
    for (const [, removed = ''] of plan.matchAll(/Rows Removed by Filter: (\d+)/g)) {
      if (Number(removed) > IN_VAIN) warnings.add(`${removed} rows read in vain`);
    }
  }
  return { text: told.join('\n\n'), warnings: [...warnings] };
}
