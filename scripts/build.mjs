// Part of `npm start` and `npm test`: builds the product when the build is older than its sources.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

/** All that a build is made from. */
const SOURCES = [
  ...['app', 'components', 'i18n', 'lib', 'public', 'server'],
  ...['instrumentation.ts', 'next.config.js', 'postcss.config.mjs', 'proxy.ts', 'tailwind.config.ts'],
  ...['package-lock.json', 'package.json', 'tsconfig.json'],
];
const NOT_BUILT = /\.(test|suite)\.tsx?$/;

const distDir = () => join(root, process.env.NEXT_DIST_DIR ?? '.next');
const stampFile = () => join(distDir(), 'sources.sha256');

/**
 * Builds unless the last finished build was made from these very sources. The sources are compared by content: a
 * checkout or a copy changes times, and a revert does not make the build old. Throws when the build fails.
 */
export function ensureBuilt() {
  const fingerprint = fingerprintOfSources();
  if (readStamp() === fingerprint) return;
  console.log('Building …');
  rmSync(stampFile(), { force: true });
  const next = join(root, 'node_modules/next/dist/bin/next');
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  const { status } = spawnSync(process.execPath, [next, 'build'], { cwd: root, stdio: 'inherit', env });
  if (status !== 0) throw new Error('The build failed: Next said why above.');
  writeFileSync(stampFile(), fingerprint);
}

function readStamp() {
  return existsSync(stampFile()) ? readFileSync(stampFile(), 'utf8') : undefined;
}

function fingerprintOfSources() {
  const hash = createHash('sha256').update(process.version);
  for (const path of SOURCES.flatMap((source) => filesBelow(source))) {
    hash.update(`\0${path}\0`).update(readFileSync(join(root, path)));
  }
  return hash.digest('hex');
}

function filesBelow(path) {
  const found = readdirOrNull(path);
  if (found === null) return existsSync(join(root, path)) && !NOT_BUILT.test(path) ? [path] : [];
  return found.sort().flatMap((name) => filesBelow(`${path}/${name}`));
}

/** The names in a folder; null where there is none, or a file. */
function readdirOrNull(path) {
  try {
    return readdirSync(join(root, path));
  } catch {
    return null;
  }
}
