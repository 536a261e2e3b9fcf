import 'server-only';
import { database } from '../db/client';
import { env } from '../env';
import { onMailNudge } from '../mail/nudge';
import { type Runner, runTasks } from './runner';
import { MAIL_TASK, SEAL_DOCUMENTS_TASK, tasksOf } from './tasks';

type Running = { runner: Promise<Runner>; deafen: () => void };

/** On `globalThis`, because a development server loads this module again while the first jobs still run. */
const held = globalThis as typeof globalThis & { kycJobs?: Running | undefined };

/** Starts the process's jobs on the process's database. A second call waits for the same start. */
export async function startJobs(): Promise<void> {
  held.kycJobs ??= start();
  try {
    (await held.kycJobs.runner).nudge(SEAL_DOCUMENTS_TASK);
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
  const runner = database().then((open) => runTasks(open, tasksOf(open.db, env())));
  const deafen = onMailNudge(() => {
    // A start that failed has told so itself.
    runner.then((ready) => ready.nudge(MAIL_TASK)).catch(() => undefined);
  });
  return { runner, deafen };
}
