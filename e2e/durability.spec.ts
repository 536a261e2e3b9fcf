import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { APIRequestContext } from '@playwright/test';
import { paths, withQuery } from '@/lib/paths';
import { CaseApi } from './fixtures/cases';
import { freshEmail } from './fixtures/customers';
import { demoDataDir } from './fixtures/demo-data';
import { pdfFile } from './fixtures/files';
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
  const dataDir = await demoDataDir();
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

test('answers and documents that were acknowledged are there after kill -9, and no half of one', async ({
  start,
  context: { request },
}) => {
  const dataDir = await demoDataDir();
  const product = await start({ dataDir });
  const api = await CaseApi.open(request, product.url);
  const { submissionId } = await api.addPerson('Killed', 'Midway');
  const kept = { taxNumber: '', documents: new Map<string, Buffer>() };
  let killed: Promise<unknown> | undefined;
  const untilKilled = async (write: (at: number) => Promise<void>) => {
    for (let at = 1; killed === undefined; at += 1) await write(at).catch(() => undefined);
  };
  await Promise.all([
    untilKilled(async (at) => {
      const textValue = `TAX-${at}`;
      await api.save(submissionId, { FundsAndTax_Tax_TaxNumber: { fieldTypeId: 'Text', textValue } });
      kept.taxNumber = textValue;
    }),
    untilKilled(async (at) => {
      const file = pdfFile(`file-${at}.pdf`, [`Page of file ${at}`]);
      kept.documents.set(await api.upload(submissionId, 'Other', file), file.buffer);
      if (kept.documents.size >= 8 && kept.taxNumber !== '') killed ??= product.end('SIGKILL');
    }),
  ]);
  await killed;

  const again = await CaseApi.open(request, (await start({ dataDir })).url);
  const { answers } = await again.profile(submissionId);
  const taxNumber = answers.find(({ field }) => field?.name === 'TaxNumber')?.textValue;
  // The next one may have been stored without its answer having come back.
  const next = `TAX-${Number(kept.taxNumber.slice(4)) + 1}`;
  expect([kept.taxNumber, next]).toContain(taxNumber);
  const stored = await again.documents(submissionId);
  expect(stored.map(({ id }) => id)).toEqual(expect.arrayContaining([...kept.documents.keys()]));
  for (const { id, shA256Hash } of stored) {
    const bytes = await again.download(submissionId, id);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(shA256Hash);
    expect(kept.documents.get(id) ?? bytes).toEqual(bytes);
  }
});

test('a rotation of the documents’ keys on a stopped product leaves every document readable under the new key', async ({
  start,
  context: { request },
}) => {
  const dataDir = await demoDataDir();
  const product = await start({ dataDir });
  const api = await CaseApi.open(request, product.url);
  const { submissionId } = await api.addPerson('Key', 'Rotated');
  const file = pdfFile('kept.pdf', ['Kept through a rotation']);
  const documentId = await api.upload(submissionId, 'Other', file);
  const keyFile = () => readFile(join(dataDir, 'document-keys.json'), 'utf8');
  const before = await keyFile();

  await expect(rotate(dataDir)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('not rotated'),
  });
  expect(await keyFile()).toBe(before);
  await product.end();
  const { stdout } = await rotate(dataDir);
  expect(stdout).toMatch(/^All documents are wrapped by the key \S+; [1-9]\d* were changed\.$/m);
  expect(await keyFile()).not.toBe(before);

  const again = await CaseApi.open(request, (await start({ dataDir })).url);
  expect((await again.download(submissionId, documentId)).equals(file.buffer)).toBe(true);
});

/** What `npm run rotate-document-keys` runs. */
function rotate(dataDir: string): Promise<{ stdout: string }> {
  const script = join(import.meta.dirname, '../scripts/rotate-document-keys.mjs');
  const { PATH, HOME, TMPDIR } = process.env;
  const env = { PATH, HOME, TMPDIR, NODE_ENV: 'production', DATA_DIR: dataDir } as const;
  return promisify(execFile)(process.execPath, [script], { env });
}
