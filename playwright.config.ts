import { defineConfig } from '@playwright/test';
import { SLOWDOWN } from './e2e/fixtures/slow';

/** What Chromium needs on a machine without a display, a graphics card or an open network, and as root. */
const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Journeys in a browser on the production build; e2e/fixtures starts the product for them. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './e2e/fixtures/demo-data.ts',
  outputDir: 'test-results',
  workers: 2,
  forbidOnly: process.env.CI !== undefined,
  // Each journey is whole in itself; a fault that a second try hides would be a fault all the same.
  retries: 0,
  // Far more than any needs on a machine with nothing else to do: a time that is up is to mean that something hangs.
  timeout: 240_000 * SLOWDOWN,
  expect: { timeout: 60_000 * SLOWDOWN },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    launchOptions: {
      args: CHROMIUM_FLAGS,
      // Set by scripts/test.mjs; without it Playwright takes its own.
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
    },
    locale: 'en-GB',
    // The browser's own name of it too, where others are a second name of a zone.
    timezoneId: 'Europe/Athens',
    viewport: { width: 1440, height: 900 },
    // Keeping a trace of what will be thrown away costs a tenth of the run; `--trace on` keeps one.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
});
