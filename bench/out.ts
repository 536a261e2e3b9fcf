import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';

/** Keeps figures in `bench/out`, with when and on what machine they were measured; the load tells whether it was quiet. */
export function writeJson(name: string, measured: object): void {
  const at = new Date().toISOString();
  const machine = { node: process.version, cpus: cpus().length, model: cpus()[0]?.model, load: loadavg() };
  write(`${name}.json`, `${JSON.stringify({ at, machine, ...measured }, null, 2)}\n`, at);
}

/** Keeps a text there. */
export function writeText(name: string, text: string): void {
  write(`${name}.txt`, text, new Date().toISOString());
}

function write(name: string, text: string, at: string): void {
  const out = join(import.meta.dirname, 'out');
  mkdirSync(out, { recursive: true });
  const file = join(out, `${at.replaceAll(':', '-')}-${name}`);
  writeFileSync(file, text);
  console.log(`\nWritten to ${file}`);
}
