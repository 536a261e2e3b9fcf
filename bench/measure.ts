import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { onExit } from './cleanup';
import { cpuMs } from './proc';
import type { Server } from './server';

/** What bench/load.ts sends: `[unique]` in a header or the body becomes something that no other request has. */
export type Load = {
  url: string;
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
  connections: number;
  seconds: number;
};

/** What bench/load.ts counted; latencies in milliseconds. */
export type Outcome = { answered: number; refused: number; seconds: number; p50: number; p99: number };

/** One kind of request to one server. */
export type Target = {
  server: Server;
  request: Pick<Load, 'method' | 'headers' | 'body'> & { path: string };
};

/** Medians over the rounds. */
export type Figures = {
  /** Answers a second. */
  rate: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** Processor time of the server a request, in milliseconds; undefined where the system does not tell. */
  cpu: number | undefined;
};

export type Pace = { connections: number; warmSeconds: number; seconds: number; rounds: number };

/**
 * Measures several targets by turns, round after round, so that whatever else the machine does meets all of them. Throws
 * where a server refuses a single request: a figure of refusals would be no figure.
 */
export async function takeTurns<K extends string>(
  targets: Record<K, Target>,
  pace: Pace,
): Promise<Record<K, Figures>> {
  const names = Object.keys(targets) as K[];
  const rounds = Object.fromEntries(names.map((name) => [name, [] as Figures[]])) as Record<K, Figures[]>;
  for (const name of names) await send(targets[name], { ...pace, seconds: pace.warmSeconds });
  for (let round = 0; round < pace.rounds; round += 1) {
    for (const name of names) rounds[name].push(await measure(targets[name], pace));
  }
  return Object.fromEntries(names.map((name) => [name, medians(rounds[name])])) as Record<K, Figures>;
}

async function measure(target: Target, pace: Pace): Promise<Figures> {
  const before = cpuMs(target.server.pid);
  const { answered, seconds, p50, p99 } = await send(target, pace);
  const after = cpuMs(target.server.pid);
  if (answered === 0) throw new Error(`${target.request.path} was not answered within ${seconds} s`);
  const cpu = before === undefined || after === undefined ? undefined : (after - before) / answered;
  return { rate: answered / seconds, p50, p99, cpu };
}

async function send({ server, request }: Target, { connections, seconds }: Pace): Promise<Outcome> {
  const { path, ...rest } = request;
  const load: Load = { ...rest, url: `${server.url}${path}`, connections, seconds };
  const outcome = JSON.parse(await runProgram('load.ts', JSON.stringify(load))) as Outcome;
  if (outcome.refused > 0) throw new Error(`${path} was refused ${outcome.refused} times`);
  return outcome;
}

/** Runs one of this folder's programs; resolves to what it printed. */
export function runProgram(name: string, ...args: string[]): Promise<string> {
  const program = join(import.meta.dirname, name);
  const child = spawn(process.execPath, ['--import=tsx', program, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onExit(() => child.kill('SIGKILL'));
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  return new Promise((resolve, reject) => {
    child.once('close', (code) =>
      code === 0 ? resolve(printed) : reject(new Error(`bench/${name} ended with exit code ${code}`)),
    );
  });
}

function medians(rounds: readonly Figures[]): Figures {
  const of = (key: keyof Figures) => median(rounds.flatMap((round) => round[key] ?? []));
  return { rate: of('rate') ?? 0, p50: of('p50') ?? 0, p99: of('p99') ?? 0, cpu: of('cpu') };
}

function median(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
