import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What must be undone however the bench ends; run in `exit`, so nothing of it may wait. */
const undo: (() => void)[] = [];
const stopping: (() => Promise<void>)[] = [];

/** Runs `now` when the process ends, whatever ends it; the last one registered first. */
export function onExit(now: () => void): void {
  undo.push(now);
}

/** Runs `stop` when the process is told to end, and waits for it. */
export function onSignal(stop: () => Promise<void>): void {
  stopping.push(stop);
}

/** A folder of this run, gone when the process ends. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kyc-bench-'));
  onExit(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

process.on('exit', () => {
  for (const now of undo.reverse()) now();
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    void Promise.allSettled(stopping.map((stop) => stop())).then(() => process.exit(130));
  });
}
