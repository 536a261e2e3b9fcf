import { readdirSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '@/lib/demo-accounts';
import { newDataDir, startProduct, StartFailedError, type StartOptions } from './fixtures/product';

const AUTH_SECRET = 'a-secret-of-this-test-and-of-nothing-else';

const discard = (dataDir: string) => rm(dataDir, { recursive: true, force: true });

/** A start that must not succeed: what it printed, once it has ended with exit code 1. */
async function refusedStart(options: StartOptions): Promise<string> {
  const dataDir = options.dataDir ?? (await newDataDir());
  const refusal = await startProduct({ ...options, dataDir }).then(
    (product) => product.end(),
    (error: unknown) => error,
  );
  if (options.dataDir === undefined) await discard(dataDir);
  if (!(refusal instanceof StartFailedError))
    throw new Error('The product served all the same.', { cause: refusal });
  expect(refusal.exitCode).toBe(1);
  return refusal.output;
}

test('a first start in demo mode prints its address and the demo accounts, and keeps its secrets private', async () => {
  const product = await startProduct();
  for (const { email } of DEMO_ACCOUNTS) expect(product.output()).toContain(email);
  expect(product.output()).toContain(DEMO_PASSWORD);
  expect(await (await fetch(`${product.url}/api/health`)).json()).toMatchObject({
    status: 'ok',
    mode: 'demo',
  });
  const secrets = statSync(join(product.dataDir, 'secrets.json'));
  expect(secrets.mode & 0o777).toBe(0o600);
  await product.end();
  await discard(product.dataDir);
});

test('a second start over the same data serves within three seconds, and a signal ends it with code 0', async () => {
  const dataDir = await newDataDir();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const product = await startProduct({ dataDir });
    expect(await product.end(signal)).toBe(0);
    expect(readdirSync(join(dataDir, 'db.lock'))).toEqual([]);
  }
  const began = performance.now();
  const product = await startProduct({ dataDir });
  expect(product.output()).not.toMatch(/Installing|Building/);
  test
    .info()
    .annotations.push({ type: 'ready after', description: `${Math.round(performance.now() - began)} ms` });
  await product.end();
  await discard(dataDir);
});

test('a real installation prints a one-time link for its first admin, and no account', async () => {
  const product = await startProduct({ env: { AUTH_SECRET } });
  expect(product.output()).toContain(`${product.url}/`);
  expect(product.output()).toMatch(/first admin/i);
  expect(product.output()).not.toContain(DEMO_PASSWORD);
  expect(await (await fetch(`${product.url}/api/health`)).json()).toMatchObject({ mode: 'real' });
  await product.end();
  await discard(product.dataDir);
});

test('one message names every variable that is missing or wrong', async () => {
  const env = { RATE_LIMIT_CREATE_PER_MINUTE: 'many', LOG_LEVEL: 'loud', KYC_API_URL: 'ftp://kyc.example' };
  const output = await refusedStart({ env });
  for (const name of Object.keys(env)) expect(output).toContain(name);
  expect(output).not.toMatch(/^\s+at /m);
});

test('demo accounts are not served beyond the loopback', async () => {
  expect(await refusedStart({ env: { HOST: '0.0.0.0' } })).toContain('AUTH_SECRET');
});

test('a second process over the same embedded database is refused and told of PostgreSQL', async () => {
  const product = await startProduct();
  const output = await refusedStart({ dataDir: product.dataDir });
  expect(output).toContain('DATABASE_URL');
  expect((await fetch(`${product.url}/api/health`)).status).toBe(200);
  await product.end();
  await discard(product.dataDir);
});

test('a port in use is said, and the database is let go', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  const address = taken.address();
  const port = typeof address === 'object' && address ? String(address.port) : '';
  const output = await refusedStart({ env: { PORT: port } });
  expect(output).toContain(`Port ${port} on 127.0.0.1 is in use`);
  taken.close();
});

test('a PostgreSQL server that does not answer is said without its password', async () => {
  const DATABASE_URL = 'postgres://kyc:not-to-be-printed@127.0.0.1:1/kyc';
  const output = await refusedStart({ env: { AUTH_SECRET, DATABASE_URL } });
  expect(output).toContain('DATABASE_URL');
  expect(output).not.toContain('not-to-be-printed');
});
