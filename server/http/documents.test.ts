import { randomBytes } from 'node:crypto';
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { publishedSamples } from '@/lib/kyc/contract/samples';
import { newId } from '@/lib/new-id';
import type { OpenDatabase } from '../db/client';
import { freshDatabase } from '../db/testing';
import { pdfOfSize } from '../documents/samples.suite';
import type { DocumentVault } from '../documents/vault';
import { embeddedKyc } from '../kyc/embedded';
import { aPdf } from '../kyc/files.suite';
import { APP_SECRET, appIdOf, layGround, TENANTS } from '../kyc/ground.suite';
import { vaultKit } from '../kyc/vault.suite';
import { composeHttp } from './compose';
import { type Face, serveFace } from './face.suite';

const [TENANT] = TENANTS;
const PLENTY = 1_000_000;

describe('documents over HTTP', () => {
  const { vault, stored } = vaultKit();
  /** The files that are being read: opened, and neither read to their end nor let go of. */
  const reading = new Set<string>();
  let opened: OpenDatabase;
  let face: Face;
  let token = '';
  let url = '';

  /** The real vault, which tells what is being read. */
  function watched(): DocumentVault {
    return {
      ...vault(),
      async open(file) {
        const source = (await vault().open(file)).getReader();
        reading.add(file.storageKey);
        return new ReadableStream<Uint8Array>(
          {
            async pull(controller) {
              const { done, value } = await source.read();
              if (!done) return controller.enqueue(value);
              reading.delete(file.storageKey);
              controller.close();
            },
            async cancel() {
              reading.delete(file.storageKey);
              await source.cancel();
            },
          },
          { highWaterMark: 0 },
        );
      },
    };
  }

  beforeAll(async () => {
    opened = await freshDatabase('pglite');
    const { db, pool } = opened;
    await layGround(db);
    face = await serveFace(
      await composeHttp({
        kyc: embeddedKyc({ db, vault: watched(), clock: () => new Date(), newId }),
        db,
        pool,
        key: randomBytes(32),
        perMinute: { create: PLENTY, retrieve: PLENTY, download: PLENTY, other: PLENTY },
        tenantId: TENANT,
      }),
    );
    const credentials = { appId: appIdOf(TENANT), appSecret: APP_SECRET, tenantId: TENANT };
    ({ token = '' } = await post('/AppSessionManager/GetAppToken', credentials));
  });
  beforeEach(async () => {
    const { individual } = publishedSamples.addCustomer.requests;
    const customer = { ...individual, customerEmail: `${newId()}@example.com` };
    const { submissionId } = await post('/ExtCustomerManagement/AddCustomer', customer);
    url = `${face.origin}/api/ExtForm/submissions/${submissionId}/documents`;
  });
  afterAll(async () => {
    await face.close();
    await opened.close();
  });

  const authorized = () => ({ authorization: `Bearer ${token}` });
  async function post(path: string, body: unknown): Promise<Record<string, string>> {
    const response = await fetch(`${face.origin}/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorized() },
      body: JSON.stringify(body),
    });
    return (await response.json()).result;
  }
  const send = (content: Uint8Array, headers: Record<string, string> = authorized()) => {
    const body = new FormData();
    body.append('OriginalFileName', 'Großes "Blatt".pdf');
    body.append('FileContent', new Blob([new Uint8Array(content)]), 'blob');
    return fetch(url, { method: 'POST', headers, body });
  };
  const idOf = async (response: Promise<Response>): Promise<string> =>
    (await (await response).json()).result[0].id;
  const refusal = async (response: Response) => ({ http: response.status, ...(await response.json()) });

  test('the head of a download is the download’s, and the file is not left open for it', async () => {
    const id = await idOf(send(aPdf()));
    const get = await fetch(`${url}/${id}/download`, { headers: authorized() });
    expect(Buffer.from(await get.arrayBuffer()).equals(aPdf())).toBe(true);
    const head = await fetch(`${url}/${id}/download`, { method: 'HEAD', headers: authorized() });
    const told = ({ headers }: Response) =>
      ['content-type', 'content-disposition', 'content-security-policy', 'x-content-type-options'].map(
        (name) => headers.get(name),
      );
    expect(told(head)).toEqual(told(get));
    expect(told(head)[1]).toContain("filename*=UTF-8''Gro%C3%9Fes%20_Blatt_.pdf");
    expect(head.headers.get('ratelimit')).toContain('"download"');
    expect(await head.text()).toBe('');
    expect(reading.size).toBe(0);
  });

  test('a reader who goes away in the middle closes the file', async () => {
    const id = await idOf(send(pdfOfSize(15_000_000)));
    const request = http.get(`${url}/${id}/download`, { headers: authorized() });
    request.on('error', () => undefined);
    await new Promise<void>((resolve) => {
      request.on('response', (response) => {
        response.on('error', () => undefined);
        response.once('data', () => {
          response.pause();
          resolve();
        });
      });
    });
    expect(reading.size).toBe(1);
    request.destroy();
    while (reading.size > 0) await sleep(5);
  });

  test('whoever has no token is refused before a byte is stored', async () => {
    const before = stored();
    expect(await refusal(await send(pdfOfSize(3_000_000), {}))).toEqual({
      http: 401,
      statusCode: 401,
      messages: ['The token is missing, wrong or expired'],
      result: null,
    });
    expect(stored()).toEqual(before);
  });

  test.each([
    ['', 'ids: is required'],
    ['?ids=', 'ids[0]: must not be empty'],
    [`?${'ids=x&'.repeat(101)}`, 'ids: must be at most 100'],
    ['?ids=a%00b', 'ids[0]: must be 1 to 64 printable characters'],
  ])('DELETE with the query %j is a 400', async (query, message) => {
    const response = await fetch(`${url}${query}`, { method: 'DELETE', headers: authorized() });
    expect(await refusal(response)).toEqual({
      http: 400,
      statusCode: 400,
      messages: [message],
      result: null,
    });
  });

  test('no refusal below /ExtForm names a version, a download’s neither', async () => {
    const response = await fetch(`${url}/unknown/download`, { headers: authorized() });
    expect(await refusal(response)).toEqual({
      http: 404,
      statusCode: 404,
      messages: ['Not found'],
      result: null,
    });
  });

  test('the path tells its methods', async () => {
    const response = await fetch(url, { method: 'PUT', headers: authorized(), body: 'x' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD, POST, DELETE, OPTIONS');
  });
});
