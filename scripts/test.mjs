// `npm test`: everything that a change must pass, in the order in which a fault is cheapest to learn.
// `node scripts/test.mjs lint|unit|browser [arguments for the runner]` runs a part of it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { findChromium } from './chromium.mjs';
import { ensureInstalled, root } from './install.mjs';

const [part, ...runnerArgs] = process.argv.slice(2);
const reports = mkdtempSync(join(tmpdir(), 'kyc-test-'));
const total = { passed: 0, failed: 0, skipped: 0 };

/** Linting by types holds the types of the whole project at once, close to the memory that Node takes by itself. */
const ROOMY = { env: { NODE_OPTIONS: '--max-old-space-size=6144' } };

const PARTS = {
  lint: [
    ['Format', () => check('@biomejs/biome/bin/biome', ['format', '.'])],
    ['Lint', () => check('eslint/bin/eslint.js', ['.', '--max-warnings', '0'], ROOMY)],
    ['Import arrows', checkArrows],
    ['Unused code', () => check('knip/bin/knip.js', [])],
    ['Types', checkTypes],
  ],
  unit: [['Unit, contract and database tests', runVitest]],
  browser: [
    ['Build', build],
    ['Browser tests', runPlaywright],
  ],
};

try {
  if (part !== undefined && !(part in PARTS))
    throw new Error(`No such part: ${part}. There are lint, unit, browser.`);
  ensureInstalled();
  for (const [title, run] of part === undefined ? Object.values(PARTS).flat() : PARTS[part])
    await step(title, run);
} catch (error) {
  total.failed += 1;
  console.error(error.message);
} finally {
  rmSync(reports, { recursive: true, force: true });
}
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** Runs one step and adds what it counts; one that throws counts as one failure, and the next steps run all the same. */
async function step(title, run) {
  console.log(`\n── ${title}`);
  const started = performance.now();
  const counts = await Promise.resolve()
    .then(run)
    .catch((error) => {
      console.error(error.message);
      return { failed: 1 };
    });
  for (const [kind, count] of Object.entries(counts)) total[kind] += count;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${counts.failed ? '✗' : '✓'} ${title} (${seconds} s)`);
}

/** Runs a program of an installed package; returns its exit code, and what it printed where it is `captured`. */
function program(path, args, { env = {}, captured = false } = {}) {
  const { status, stdout } = spawnSync(process.execPath, [join(root, 'node_modules', path), ...args], {
    cwd: root,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', captured ? 'pipe' : 'inherit', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (captured) process.stdout.write(stdout);
  return { ok: status === 0, stdout };
}

function verdict(ok) {
  return ok ? { passed: 1 } : { failed: 1 };
}

function check(path, args, options) {
  return verdict(program(path, args, options).ok);
}

/** With a compiler that it cannot use, dependency-cruiser finds no modules, and so no violation: that is a failure. */
function checkArrows() {
  const roots = ['app', 'components', 'e2e', 'i18n', 'lib', 'server', 'instrumentation.ts', 'proxy.ts'];
  const args = ['--config', '.dependency-cruiser.cjs', ...roots];
  const { ok, stdout } = program('dependency-cruiser/bin/dependency-cruise.mjs', args, { captured: true });
  const cruised = Number(/\((\d+) modules/.exec(stdout)?.[1] ?? 0);
  return verdict(ok && cruised > 0);
}

/** The types of routes and pages are made by Next; a fresh clone has none yet. */
function checkTypes() {
  const made = program('next/dist/bin/next', ['typegen']);
  return verdict(made.ok && program('typescript/bin/tsc', ['--noEmit', '-p', '.']).ok);
}

function runVitest() {
  const report = join(reports, 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { ok } = program('vitest/vitest.mjs', ['run', ...reporters, ...runnerArgs]);
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = readReport(report);
  return counted(ok, numPassedTests, numFailedTests, numPendingTests + numTodoTests);
}

function build() {
  ensureBuilt();
  return verdict(true);
}

async function runPlaywright() {
  const report = join(reports, 'playwright.json');
  const env = { CHROMIUM_PATH: await findChromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const { ok } = program('@playwright/test/cli.js', ['test', '--reporter=list,json', ...runnerArgs], { env });
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
