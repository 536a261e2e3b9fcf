import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { onExit } from './cleanup';

const START_MS = 120_000;

/** A serving process of this run: the product, or the floor. */
export type Server = { url: string; pid: number; stop(): Promise<void> };

/** Variables of a process. */
export type Variables = Record<string, string>;

/**
 * Starts a script that serves, and resolves once it says where: a line with `is at <origin>`. Nothing of this process's own
 * configuration is passed on. Throws with all that it printed where it ends before it serves.
 */
export async function startServer(script: string, variables: Variables): Promise<Server> {
  const { PATH = '', HOME = '', TMPDIR = '/tmp', NEXT_DIST_DIR = '.next' } = process.env;
  const env = { PATH, HOME, TMPDIR, NEXT_DIST_DIR, NODE_ENV: 'production' as const, ...variables };
  const child = spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  onExit(() => child.kill('SIGKILL'));
  let printed = '';
  const url = await new Promise<string>((resolve, reject) => {
    const fail = () => reject(new Error(`${script} did not start:\n${printed}`));
    const tooLate = setTimeout(fail, START_MS);
    child.once('exit', fail);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed = `${printed}${text}`.slice(-10_000);
        const said = /is at (http\S+)/.exec(printed)?.[1];
        if (said === undefined) return;
        clearTimeout(tooLate);
        resolve(said);
      });
    }
  });
  return {
    url,
    pid: child.pid ?? 0,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
