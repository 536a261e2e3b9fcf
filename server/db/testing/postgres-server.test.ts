import { spawnSync } from 'node:child_process';
import pg from 'pg';
import { expect, test } from 'vitest';
import { startTestServer } from './postgres-server';

const START_AND_DIE = `
  import { startTestServer } from './server/db/testing/postgres-server.ts';
  const server = await startTestServer();
  process.stdout.write(server.url('postgres'));
  process.kill(process.pid, 'SIGKILL');`;

test('a server whose run was killed is ended by the next run, and servers of running ones are left alone', async () => {
  const flags = ['--conditions=react-server', '--import=tsx', '--input-type=module', '--eval', START_AND_DIE];
  const orphan = spawnSync(process.execPath, flags, { encoding: 'utf8' }).stdout;
  expect(await answers(orphan)).toBe(true);

  const [first, second] = [await startTestServer(), await startTestServer()];
  expect(await answers(orphan)).toBe(false);
  expect(await answers(first.url('postgres'))).toBe(true);
  expect(await answers(second.url('postgres'))).toBe(true);
  await Promise.all([first.stop(), second.stop()]);
});

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}
