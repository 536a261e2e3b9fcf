// `npm run bench`: installs and builds what is missing or old, then measures in this very process (bench/bench.ts).
// At its top it uses nothing but Node itself, because on a fresh clone there is nothing else yet.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt } from '../scripts/build.mjs';
import { ensureInstalled, root } from '../scripts/install.mjs';

ensureInstalled();
/** What is measured alone: its program, and whether it drives servers, which have to be built. */
const ALONE = {
  book: { program: './book.ts', isServed: true },
  reassess: { program: './reassess-only.ts', isServed: false },
};
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;
const wanted = only === undefined ? { program: './bench.ts', isServed: true } : ALONE[only];
if (wanted === undefined) throw new Error(`--only is one of: ${Object.keys(ALONE).join(', ')}`);
if (wanted.isServed) {
  ensureBuilt();
  buildFloor();
}
// Here and in the programs that the bench starts, `server-only` is the empty module that it is within Next.
process.env.TSX_TSCONFIG_PATH = join(root, 'bench/tsconfig.json');
await import('tsx');
await import(wanted.program);

function buildFloor() {
  console.log('Building the floor …');
  const next = join(root, 'node_modules/next/dist/bin/next');
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  const { status, output } = spawnSync(process.execPath, [next, 'build', 'bench/floor'], { cwd: root, env });
  if (status !== 0) throw new Error(`The floor could not be built:\n${output}`);
}
