import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIRequestContext } from '@playwright/test';
import { paths, withQuery } from '@/lib/paths';
import { freshEmail } from './fixtures/customers';
import { demoToken, personBody, urlOf } from './fixtures/kyc-client';
import type { Product } from './fixtures/product';
import { sessionsOf } from './fixtures/staff';
import { expect, test } from './fixtures/test';

const KILLS = 4;
const WRITERS = 4;
/** So many creations are acknowledged before each kill; more are under way when it comes. */
const ACKNOWLEDGED = 12;

/** Creates customers without a pause until the product is killed under it; resolves to the ids that were acknowledged. */
async function createUntilKilled(request: APIRequestContext, product: Product): Promise<string[]> {
  const headers = await demoToken(request, product.url);
  const acknowledged: string[] = [];
  let killed: Promise<unknown> | undefined;
  async function write() {
    while (killed === undefined) {
      const data = personBody(freshEmail('durable'));
      const created = await request
        .post(`${product.url}${urlOf('addCustomer')}`, { headers, data })
        .catch(() => undefined);
      if (!created?.ok()) continue;
      acknowledged.push(((await created.json()) as { result: { submissionId: string } }).result.submissionId);
      if (acknowledged.length >= ACKNOWLEDGED) killed ??= product.end('SIGKILL');
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, write));
  await killed;
  return acknowledged;
}

/** Every id of the staff's list, page after page. */
async function listedIds(request: APIRequestContext, origin: string): Promise<Set<string>> {
  const ids = new Set<string>();
  let after: string | undefined;
  do {
    const answer = await request.get(`${origin}${withQuery(paths.data.customers, { after })}`);
    const page = (await answer.json()) as { customers: { submissionId: string }[]; next: string | null };
    for (const { submissionId } of page.customers) ids.add(submissionId);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return ids;
}

test('what was acknowledged is there after kill -9 in the middle of creations, time after time', async ({
  start,
  context,
}) => {
  test.slow();
  const { request } = context;
  const dataDir = await mkdtemp(join(tmpdir(), 'kyc-e2e-killed-'));
  const acknowledged: string[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    acknowledged.push(...(await createUntilKilled(request, await start({ dataDir }))));
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS * ACKNOWLEDGED);

  const product = await start({ dataDir });
  const headers = await demoToken(request, product.url);
  for (const id of acknowledged) {
    const read = await request.get(`${product.url}${urlOf('getIndividualProfile', id)}`, { headers });
    expect(read.status(), id).toBe(200);
  }
  await sessionsOf(product).signIn(context, 'compliance');
  const listed = await listedIds(request, product.url);
  expect(acknowledged.filter((id) => !listed.has(id))).toEqual([]);
});
