import { drizzle } from 'drizzle-orm/node-postgres';
import { Capture, text } from '../../kyc/embedded/capture.suite';
import { openPglite } from '../pglite/open';
import * as schema from '../schema';

/**
 * A program for a kill -9 test: in the migrated folder named by its argument it begins a submission and saves two answers again and
 * again, each time both with the number of the save, and prints submission and number once a save was acknowledged.
 */
async function saveUntilKilled(dataDir: string): Promise<never> {
  const { pool } = await openPglite(dataDir);
  const db = drizzle(pool, { schema });
  const capture = new Capture(() => db);
  const submissionId = await capture.begin();
  for (let number = 1; ; number += 1) {
    const textValue = String(number);
    await capture.save(submissionId, {
      name: text(textValue),
      remarks: { fieldTypeId: 'TextArea', textValue },
    });
    process.stdout.write(`${submissionId} ${number}\n`);
  }
}

await saveUntilKilled(process.argv[2] ?? '');
