import { spawn } from 'node:child_process';
import { and, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { expect, test } from 'vitest';
import { openPglite } from '../../db/pglite/open';
import * as schema from '../../db/schema';
import { freshDataDir } from '../../db/testing/data-dir';

const ROUNDS = 3;
/** Each round starts a process with the whole engine, which takes many seconds on a busy machine. */
const LIMIT_MS = 300_000;
const PROGRAM = ['--conditions=react-server', '--import=tsx', 'server/db/testing/save-until-killed.ts'];

test('a save that was acknowledged is there after a kill -9, whole, with its version, its event and its line in the list', {
  timeout: LIMIT_MS,
}, async () => {
  const folder = freshDataDir();
  const acknowledged = new Map<string, number>();
  for (let round = 1; round <= ROUNDS; round += 1) {
    const lines = await saveAndKill(folder, 150 * round);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      const [submissionId = '', number] = line.split(' ');
      acknowledged.set(submissionId, Number(number));
    }
  }
  expect(acknowledged.size).toBe(ROUNDS);

  const { pool, close } = await openPglite(folder);
  const db = drizzle(pool, { schema });
  const { answers, auditEvents, directory, submissions } = schema;
  for (const [id, number] of acknowledged) {
    const stored = await db.select().from(answers).where(eq(answers.submissionId, id));
    const values = new Set(
      stored.map(({ value }) => ('textValue' in value ? Number(value.textValue) : Number.NaN)),
    );
    // The last save may be there without its acknowledgement; it is whole all the same.
    const [last = 0, ...others] = values;
    expect(stored).toHaveLength(2);
    expect(others).toEqual([]);
    expect([number, number + 1]).toContain(last);
    const version = last + 1;
    expect(stored.map((answer) => answer.version)).toEqual([version, version]);
    const [submission] = await db.select().from(submissions).where(eq(submissions.id, id));
    const [line] = await db.select().from(directory).where(eq(directory.submissionId, id));
    expect([submission?.version, line?.version]).toEqual([version, version]);
    const saves = and(eq(auditEvents.submissionId, id), eq(auditEvents.type, 'answers.saved'));
    expect(await db.$count(auditEvents, saves)).toBe(last);
  }
  await close();
});

/** Runs the program until some time after its first acknowledgement; returns all that it printed in whole lines. */
async function saveAndKill(folder: string, afterMs: number): Promise<string[]> {
  const child = spawn(process.execPath, [...PROGRAM, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    if (printed === '') setTimeout(() => child.kill('SIGKILL'), afterMs);
    printed += chunk;
  });
  await new Promise((resolve) => child.once('close', resolve));
  return printed.split('\n').slice(0, -1);
}
