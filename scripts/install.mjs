// Part of `npm start` and `npm test`: runs on a fresh clone, so it uses nothing but Node itself.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');

/**
 * Runs `npm ci` unless node_modules holds what package-lock.json says. npm keeps its own record of what it put there;
 * comparing the two also sees an install by hand and one that was broken off. Throws when npm fails.
 */
export function ensureInstalled() {
  if (isInstalled()) return;
  console.log('Installing packages …');
  // --include=dev: with NODE_ENV=production npm would leave out what the build and the tests need.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const { status } = spawnSync('npm', args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('The packages could not be installed: npm said why above.');
}

function isInstalled() {
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf('node_modules/.package-lock.json');
  if (wanted === undefined || present === undefined) return false;
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    const found = present[path];
    // The project itself has no entry among the installed; an optional package may be for another system.
    if (path === '' || (found === undefined && optional === true)) return true;
    return found?.version === version && found.integrity === integrity;
  });
}

/** @returns {Record<string, { version: string, integrity?: string, optional?: boolean }> | undefined} */
function packagesOf(lockfile) {
  try {
    return JSON.parse(readFileSync(join(root, lockfile), 'utf8')).packages;
  } catch {
    return undefined;
  }
}
