import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '@/lib/demo-accounts';
import { demoDataDir, newDataDir } from './fixtures/demo-data';
import { type Product, StartFailedError } from './fixtures/product';
import { expect, test } from './fixtures/test';

// A start that has everything to make takes long where the machine has much else to do.
test.describe.configure({ timeout: 270_000 });

const AUTH_SECRET = 'a-secret-of-this-test-and-of-nothing-else';

/** What a start that must not succeed printed, once it has ended with exit code 1. */
async function refusal(start: Promise<Product>): Promise<string> {
  const error = await start.then(
    () => new Error('The product served all the same.'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof StartFailedError)) throw error;
  expect(error.exitCode).toBe(1);
  return error.output;
}

async function health(product: Product): Promise<unknown> {
  return (await fetch(`${product.url}/api/health`)).json();
}

test('a first start in demo mode prints its address and the demo accounts, and keeps its secret private', async ({
  start,
}) => {
  const product = await start({ dataDir: await newDataDir() });
  for (const { email } of DEMO_ACCOUNTS) expect(product.output()).toContain(email);
  expect(product.output()).toContain(DEMO_PASSWORD);
  expect(await health(product)).toMatchObject({ status: 'ok', mode: 'demo' });
  expect(statSync(join(product.dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
});

test('a second start neither installs nor builds, and a signal ends it with code 0 and the lock released', async ({
  start,
}) => {
  const { dataDir, end } = await start();
  expect(await end('SIGINT')).toBe(0);
  const began = performance.now();
  const second = await start({ dataDir });
  const took = `${Math.round(performance.now() - began)} ms`;
  test.info().annotations.push({ type: 'second start', description: took });
  expect(second.output()).not.toMatch(/Installing|Building/);
  expect(await second.end('SIGTERM')).toBe(0);
  expect(readdirSync(join(dataDir, 'db.lock'))).toEqual([]);
});

test('a real installation prints a one-time link for its first admin, and no account', async ({ start }) => {
  const product = await start({ env: { AUTH_SECRET } });
  expect(product.output()).toMatch(/first admin/i);
  expect(product.output()).not.toContain(DEMO_PASSWORD);
  expect(await health(product)).toMatchObject({ mode: 'real' });
});

test('one message names every variable that is missing or wrong', async ({ start }) => {
  const env = { RATE_LIMIT_CREATE_PER_MINUTE: 'many', LOG_LEVEL: 'loud', KYC_API_URL: 'ftp://kyc.example' };
  const output = await refusal(start({ env }));
  for (const name of Object.keys(env)) expect(output).toContain(name);
  expect(output).not.toMatch(/^\s+at /m);
});

test('demo accounts are not served beyond the loopback', async ({ start }) => {
  expect(await refusal(start({ env: { HOST: '0.0.0.0' } }))).toContain('AUTH_SECRET');
});

test('a second process over the same embedded database is refused and told of PostgreSQL', async ({
  start,
}) => {
  const product = await start();
  expect(await refusal(start({ dataDir: product.dataDir }))).toContain('DATABASE_URL');
  expect(await health(product)).toMatchObject({ status: 'ok' });
});

test('a port in use is said, and the database let go', async ({ start, product }) => {
  const { port } = new URL(product.url);
  const beside = start({ env: { PORT: port }, dataDir: await demoDataDir() });
  expect(await refusal(beside)).toContain(`Port ${port} on 127.0.0.1 is in use`);
});

test('a PostgreSQL server that does not answer is said without its password', async ({ start }) => {
  const DATABASE_URL = 'postgres://kyc:not-to-be-printed@127.0.0.1:1/kyc';
  const output = await refusal(start({ env: { AUTH_SECRET, DATABASE_URL } }));
  expect(output).toContain('DATABASE_URL');
  expect(output).not.toContain('not-to-be-printed');
});
