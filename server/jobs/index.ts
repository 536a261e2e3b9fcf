import 'server-only';
import type { JobName } from '@/lib/jobs';
import { database } from '../db/client';
import { env } from '../env';
import { onMailNudge } from '../mail/nudge';
import { onJobNudge } from '../queue/nudge';
import { handlersOf } from './handlers';
import { type Runner, runJobs, takeBackRuns } from './runner';
import { tasksOf } from './tasks';
import { workOf } from './work';

type Running = { runner: Promise<Runner>; deafen: () => void };

/** On `globalThis`, because a development server loads this module again while the first jobs still run. */
const held = globalThis as typeof globalThis & { kycJobs?: Running | undefined };

/** Starts the process's jobs on the process's database. A second call waits for the same start. */
export async function startJobs(): Promise<void> {
  held.kycJobs ??= start();
  try {
    (await held.kycJobs.runner).ask('seal-documents' satisfies JobName);
  } catch (error) {
    await stopJobs();
    throw error;
  }
}

/** Ends the jobs; call it before the database closes. Resolves when none runs any more. */
export async function stopJobs(): Promise<void> {
  const running = held.kycJobs;
  held.kycJobs = undefined;
  running?.deafen();
  const runner = await running?.runner.catch(() => undefined);
  await runner?.stop();
}

function start(): Running {
  const runner = run();
  const whenReady = (then: (ready: Runner) => void) => {
    // A start that failed has told so itself.
    runner.then(then).catch(() => undefined);
  };
  const deafenMail = onMailNudge(() => whenReady((ready) => ready.ask('send-mail' satisfies JobName)));
  const deafenJobs = onJobNudge((job) => whenReady((ready) => ready.look(job)));
  return {
    runner,
    deafen() {
      deafenMail();
      deafenJobs();
    },
  };
}

async function run(): Promise<Runner> {
  const open = await database();
  if (open.kind === 'pglite') await takeBackRuns(open);
  return runJobs(open, [...tasksOf(open.db, env()), ...workOf(handlersOf(open.db))]);
}
