// `npm run lockfile`, after every change of the dependencies. npm writes into package-lock.json only those packages for
// other systems that it could look up from this one, and `npm ci` then refuses the lockfile because the others are
// missing. This adds them, with the exact version that their dependent names and the system that their name tells.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

const SYSTEM =
  /[-/](aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32|windows|wasm32)-(.+)$/;
const LIBC = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl' };

const file = join(root, 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));

for (const [dependent, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(dependent, name) || !/^\d+\.\d+\.\d+/.test(version)) continue;
    const { cpu, libc, os } = systemOf(name);
    // In npm's own order of keys, so that its next run changes nothing; JSON leaves out what is undefined.
    lock.packages[`node_modules/${name}`] = { version, cpu, dev: entry.dev, libc, optional: true, os };
    console.log(`added ${name} ${version}`);
  }
}

const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);

/** Whether a package finds an entry for one that it names: its own, or one of a folder above. */
function isLocked(dependent, name) {
  for (
    let folder = dependent;
    ;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))
  ) {
    if (`${folder}/node_modules/${name}`.replace(/^\//, '') in lock.packages) return true;
    if (!folder.includes('/')) return `node_modules/${name}` in lock.packages;
  }
}

/** The `os`, `cpu` and `libc` of a package for one system, which follow from its name by the custom of all of them. */
function systemOf(name) {
  const match = SYSTEM.exec(name);
  if (match === null) throw new Error(`${name} is missing in the lockfile, and its name tells no system.`);
  const [, system, rest] = match;
  if (system === 'wasm32') return { cpu: ['wasm32'] };
  const [cpu, abi] = rest.split('-');
  const libc = system === 'linux' ? LIBC[abi] : undefined;
  const os = system === 'windows' ? 'win32' : system;
  return { cpu: [cpu], libc: libc && [libc], os: [os] };
}
