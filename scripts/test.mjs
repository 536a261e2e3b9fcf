// `npm test`: everything that a change must pass, in the order in which a fault is cheapest to learn.
// `node scripts/test.mjs lint|unit|browser [arguments for the runner]` runs a part of it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { ensureInstalled, root } from './install.mjs';

const [part, ...runnerArgs] = process.argv.slice(2);
const reports = mkdtempSync(join(tmpdir(), 'kyc-test-'));
const total = { passed: 0, failed: 0, skipped: 0 };

/** Linting by types holds the types of the whole project at once, close to the memory that Node takes by itself. */
const ROOMY = { env: { NODE_OPTIONS: '--max-old-space-size=6144' } };

/** Beside linting, which uses one core, and takes as long as they do together. */
const CHECKS = [
  ['Format', (out) => check('@biomejs/biome/bin/biome', ['format', '.'], { out })],
  ['Import arrows', checkArrows],
  ['Unused code', (out) => check('knip/bin/knip.js', [], { out })],
  ['Types', (out) => check('typescript/bin/tsc', ['--noEmit', '-p', '.'], { out })],
];
const LINT = [
  'Lint',
  (out) => check('eslint/bin/eslint.js', ['.', '--max-warnings', '0'], { ...ROOMY, out }),
];
const ROUTES = ['Types of routes', makeRouteTypes];
const UNIT = ['Unit, contract and database tests', runVitest];
const BUILD = ['Build', build];
const BROWSER = ['Browser tests', runPlaywright];

/** The steps of each part, one after another; a list of lists is lanes of steps, side by side. */
const PARTS = {
  lint: [ROUTES, [[LINT], CHECKS]],
  unit: [UNIT],
  browser: [BUILD, BROWSER],
};
const WHOLE = [ROUTES, [[LINT], [...CHECKS, BUILD]], UNIT, BROWSER];

try {
  if (part !== undefined && !(part in PARTS))
    throw new Error(`No such part: ${part}. There are lint, unit, browser.`);
  ensureInstalled();
  for (const one of part === undefined ? WHOLE : PARTS[part]) {
    if (Array.isArray(one[0])) await Promise.all(one.map(lane));
    else await step(...one);
  }
} catch (error) {
  total.failed += 1;
  console.error(error.message);
} finally {
  rmSync(reports, { recursive: true, force: true });
}
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** Runs steps one after another, each with its output held back until it ends, so that lanes do not mix theirs. */
async function lane(steps) {
  for (const [title, run] of steps) await step(title, run, []);
}

/**
 * Runs one step and adds what it counts; one that throws counts as one failure, and the next steps run all the same. Where it
 * gets a list for its output, that is printed at its end.
 */
async function step(title, run, out) {
  if (out === undefined) console.log(`\n── ${title}`);
  const started = performance.now();
  const counts = await Promise.resolve(out)
    .then(run)
    .catch((error) => {
      if (out === undefined) console.error(error.message);
      else out.push(`${error.message}\n`);
      return { failed: 1 };
    });
  if (out !== undefined) process.stdout.write(`\n── ${title}\n${out.join('')}`);
  for (const [kind, count] of Object.entries(counts)) total[kind] += count;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${counts.failed ? '✗' : '✓'} ${title} (${seconds} s)`);
}

/** Runs a program of an installed package. */
function program(path, args, options) {
  return node([join(root, 'node_modules', path), ...args], options);
}

/** Resolves to whether it ended well. What it prints goes to the list, where there is one. */
async function node(args, { env = {}, out } = {}) {
  const colour = out !== undefined && process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...colour, ...env },
    stdio: ['ignore', ...(out === undefined ? ['inherit', 'inherit'] : ['pipe', 'pipe'])],
  });
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text) => void out.push(text));
  const [status] = await once(child, 'close');
  return status === 0;
}

function verdict(ok) {
  return ok ? { passed: 1 } : { failed: 1 };
}

async function check(path, args, options) {
  return verdict(await program(path, args, options));
}

/** With a compiler that it cannot use, dependency-cruiser finds no modules, and so no violation: that is a failure. */
async function checkArrows(out) {
  const roots = ['app', 'components', 'e2e', 'i18n', 'lib', 'server', 'instrumentation.ts', 'proxy.ts'];
  const args = ['--config', '.dependency-cruiser.cjs', ...roots];
  const ok = await program('dependency-cruiser/bin/dependency-cruise.mjs', args, { out });
  const cruised = Number(/\((\d+) modules/.exec(out.join(''))?.[1] ?? 0);
  return verdict(ok && cruised > 0);
}

/** The types of routes and pages are made by Next; a fresh clone has none yet. What follows reads them, so nothing else runs. */
async function makeRouteTypes() {
  return (await program('next/dist/bin/next', ['typegen'])) ? {} : { failed: 1 };
}

async function runVitest() {
  const report = join(reports, 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const ok = await program('vitest/vitest.mjs', ['run', ...reporters, ...runnerArgs]);
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = readReport(report);
  return counted(ok, numPassedTests, numFailedTests, numPendingTests + numTodoTests);
}

/** In a process of its own, because it would hold up the other lane's output. */
async function build(out) {
  const make = `import('./scripts/build.mjs').then(({ ensureBuilt }) => ensureBuilt())`;
  return verdict(await node(['--eval', make], { out }));
}

async function runPlaywright() {
  const report = join(reports, 'playwright.json');
  const env = { CHROMIUM_PATH: await findChromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const ok = await program('@playwright/test/cli.js', ['test', '--reporter=list,json', ...runnerArgs], {
    env,
  });
  const { expected, unexpected, flaky, skipped } = readReport(report).stats;
  return counted(ok, expected, unexpected + flaky, skipped);
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new Error('The runner ended without a report.');
  }
}

/** A run that failed as a whole, or in which nothing ran, has failed even where no single test did. */
function counted(ok, passed, failed, skipped) {
  const wrong = failed === 0 && (!ok || passed === 0);
  return { passed, failed: wrong ? 1 : failed, skipped };
}
