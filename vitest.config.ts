import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// What the product keeps beside its database (the secret, documents) must not land in the checkout.
const dataDir = mkdtempSync(join(tmpdir(), 'kyc-unit-'));
process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: here('./') },
      // In Next the `react-server` condition picks this same empty module; tests run without that condition.
      { find: /^server-only$/, replacement: here('./node_modules/server-only/empty.js') },
    ],
  },
  test: {
    environment: 'node',
    include: ['{app,components,lib,server,scripts,bench}/**/*.test.{ts,tsx}', '*.test.ts'],
    setupFiles: ['./scripts/testing/fail-on-console.ts'],
    globalSetup: ['./server/db/testing.setup.ts'],
    env: { TZ: 'UTC', NEXT_TELEMETRY_DISABLED: '1', DATA_DIR: dataDir },
    restoreMocks: true,
    maxWorkers: 2,
    // Two real databases on two cores: a limit is for what hangs, so that a slow machine does not look like a fault.
    testTimeout: 120_000,
    hookTimeout: 240_000,
    teardownTimeout: 20_000,
  },
});
