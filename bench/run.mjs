// `npm run bench`: installs and builds what is missing or old, then measures in this very process (bench/bench.ts).
// At its top it uses nothing but Node itself, because on a fresh clone there is nothing else yet.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt } from '../scripts/build.mjs';
import { ensureInstalled, root } from '../scripts/install.mjs';

ensureInstalled();
// Lists and dashboards are measured in this process, without a server.
const bookOnly = process.argv.includes('--only') && process.argv.includes('book');
if (!bookOnly) {
  ensureBuilt();
  buildFloor();
}
// Here and in the programs that the bench starts, `server-only` is the empty module that it is within Next.
process.env.TSX_TSCONFIG_PATH = join(root, 'bench/tsconfig.json');
await import('tsx');
await import(bookOnly ? './book.ts' : './bench.ts');

function buildFloor() {
  console.log('Building the floor …');
  const next = join(root, 'node_modules/next/dist/bin/next');
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  const { status, output } = spawnSync(process.execPath, [next, 'build', 'bench/floor'], { cwd: root, env });
  if (status !== 0) throw new Error(`The floor could not be built:\n${output}`);
}
