import PgBoss from 'pg-boss';
import type { Tx } from '../db/client';
import { rawSqlIn } from '../db/raw-sql';

/** Never started: it writes statements, and each caller brings the transaction that they run in. */
const writer = new PgBoss({
  db: { executeSql: () => Promise.reject(new Error('A run is asked for inside a transaction')) },
});

/** How a run is asked for. */
export type RunOptions = {
  /** Of the runs of one key at most one waits. */
  key?: string | undefined;
  /** Not before this moment. */
  after?: Date | undefined;
};

/** Asks for a run in the transaction `tx`. False where one of the same key waits already, which then stands for both. */
export async function sendRun(
  tx: Tx,
  name: string,
  data: object,
  { key, after }: RunOptions = {},
): Promise<boolean> {
  const options = {
    db: rawSqlIn(tx),
    ...(key !== undefined && { singletonKey: key }),
    ...(after && { startAfter: after }),
  };
  return (await writer.send(name, data, options)) !== null;
}
