import 'server-only';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { KycError } from '@/lib/kyc/contract/errors';

/** Below the root of the repository, where every command of this product is run; a bundler is not to look for it. */
const PROGRAM = path.join(
  /* turbopackIgnore: true */ process.cwd(),
  'server',
  'documents',
  'pdf-worker',
  'main.mjs',
);

/** What looking through one PDF may take. Its own thread is ended with it, so a hostile file holds up nothing else. */
const LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };
const SECONDS = 20;
/** Threads that wait for the next PDF, and for how long: a start costs a fifth of a second. */
const IDLE_LIMIT = 2;
const IDLE_MS = 30_000;

const advice = 'print it to a new PDF file, and upload that';
const REFUSALS = {
  encrypted: `is protected with a password or against changes: ${advice}`,
  damaged: `is damaged or incomplete: ${advice}`,
  active: `contains scripts, attached files or commands, which are not taken: ${advice}`,
  tooMuch: `is too complex to be looked through: ${advice}`,
} as const;

const finding = z.union([
  z.object({ pageCount: z.number().int().min(1) }),
  z.object({ refusal: z.enum(['encrypted', 'damaged', 'active', 'tooMuch']) }),
]);
type Finding = z.output<typeof finding>;

const idle: { worker: Worker; timer: NodeJS.Timeout }[] = [];

/**
 * Looks a PDF through in a thread of its own, within limits of time and memory, and counts its pages. Takes `bytes` over. The caller
 * sees to it that only a few do so at once.
 *
 * @throws KycError 400 for one that is encrypted, damaged, has active content or takes too much.
 */
export async function inspectPdf(bytes: Uint8Array<ArrayBuffer>): Promise<number> {
  const worker = takeWorker();
  const found = await findingOf(worker, bytes);
  if ('refusal' in found) {
    // What a refused file has done to its thread is not known.
    await worker.terminate();
    throw new KycError(400, { message: REFUSALS[found.refusal] });
  }
  keep(worker);
  return found.pageCount;
}

function takeWorker(): Worker {
  const waiting = idle.pop();
  if (!waiting) {
    // Nothing of the process's environment is for a thread that reads strangers' files. Its console is piped and never read:
    // a reading of it would keep the process from ending.
    return new Worker(PROGRAM, {
      resourceLimits: LIMITS,
      env: {},
      execArgv: [],
      stdout: true,
      stderr: true,
    });
  }
  clearTimeout(waiting.timer);
  waiting.worker.ref();
  return waiting.worker;
}

function keep(worker: Worker): void {
  worker.removeAllListeners();
  worker.unref();
  // One that dies while nobody needs it is no failure; nor may its error end the process.
  worker.on('error', () => forget(worker));
  worker.on('exit', () => forget(worker));
  const timer = setTimeout(() => end(worker), IDLE_MS).unref();
  idle.push({ worker, timer });
  const [oldest] = idle;
  if (idle.length > IDLE_LIMIT && oldest) end(oldest.worker);
}

function end(worker: Worker): void {
  forget(worker);
  worker.terminate().catch(() => undefined);
}

function forget(worker: Worker): void {
  const at = idle.findIndex((one) => one.worker === worker);
  if (at >= 0) clearTimeout(idle.splice(at, 1)[0]?.timer);
}

function findingOf(worker: Worker, bytes: Uint8Array<ArrayBuffer>): Promise<Finding> {
  return new Promise((resolve) => {
    const tooMuch = () => resolve({ refusal: 'tooMuch' });
    const clock = setTimeout(tooMuch, SECONDS * 1_000);
    worker.removeAllListeners();
    worker.on('message', (message) => {
      clearTimeout(clock);
      resolve(finding.safeParse(message).data ?? { refusal: 'damaged' });
    });
    // It ran out of memory, or ended: both are the file's doing.
    for (const event of ['error', 'exit', 'messageerror']) {
      worker.on(event, () => {
        clearTimeout(clock);
        tooMuch();
      });
    }
    worker.postMessage(bytes, [bytes.buffer]);
  });
}
