// Finds a Chromium for the browser tests, or gets one: whatever is there first, then what can be downloaded or installed.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './install.mjs';

/** Debian's packages, each with a program of its name. The shell is Chromium without its window: a tenth less of the run. */
const FROM_DEBIAN = ['chromium-headless-shell', 'chromium'];

const ON_PATH = [
  ...FROM_DEBIAN.map((name) => `/usr/bin/${name}`),
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
];

/** A build that comes as an npm package, for machines where neither a download nor a system package can be had. */
const PACKAGED = '@sparticuz/chromium@147.0.0';

/** The ways to a Chromium, in order. Each gives the path of a program, or undefined where it leads to none. */
const WAYS = [
  { name: 'CHROMIUM_PATH', find: () => process.env.CHROMIUM_PATH },
  { name: 'this system', find: () => ON_PATH.find((path) => existsSync(path)) },
  { name: "Playwright's cache", find: playwrightsOwn },
  { name: "Playwright's download", find: downloadByPlaywright },
  { name: "Debian's package", find: installFromDebian },
  { name: PACKAGED, find: installFromNpm },
];

/**
 * The path of a Chromium that runs here. Throws with all that was tried when there is none; a CHROMIUM_PATH that does
 * not run is never passed over for another.
 */
export async function findChromium() {
  const tried = [];
  for (const { name, find } of WAYS) {
    const path = await Promise.resolve()
      .then(find)
      .catch(() => undefined);
    if (path !== undefined && runs(path)) return path;
    tried.push(`${name}: ${path === undefined ? 'none' : `${path} does not run`}`);
    if (name === 'CHROMIUM_PATH' && path !== undefined) break;
  }
  throw new Error(['No Chromium for the browser tests:', ...tried].join('\n  '));
}

function runs(path) {
  const args = ['--version', '--headless', '--no-sandbox'];
  return spawnSync(path, args, { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

async function downloadByPlaywright() {
  console.log('Looking for a Chromium to download …');
  const cli = join(root, 'node_modules/@playwright/test/cli.js');
  const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' };
  const options = { env, stdio: 'ignore', timeout: 300_000 };
  const { status } = spawnSync(process.execPath, [cli, 'install', 'chromium', '--no-shell'], options);
  return status === 0 ? playwrightsOwn() : undefined;
}

function installFromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  console.log("Installing Debian's Chromium …");
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  if (!apt('update')) return undefined;
  const got = FROM_DEBIAN.find((name) => apt('install', '-y', '--no-install-recommends', name));
  return got && `/usr/bin/${got}`;
}

async function installFromNpm() {
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'kyc-onboarding', 'chromium');
  const folder = join(cache, 'node_modules/@sparticuz/chromium');
  if (!existsSync(folder)) {
    console.log(`Installing ${PACKAGED} …`);
    mkdirSync(cache, { recursive: true });
    execFileSync('npm', ['install', '--prefix', cache, '--no-audit', '--no-fund', PACKAGED], {
      stdio: 'inherit',
    });
  }
  const { default: packaged } = await import(pathToFileURL(join(folder, 'build/esm/index.js')).href);
  return packaged.executablePath();
}
