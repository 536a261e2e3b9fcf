import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import type { KycApi, KycCall } from '@/lib/kyc/api';
import { FILE_LIMIT, type UploadPart } from '@/lib/kyc/contract/documents';
import { badField, KycError } from '@/lib/kyc/contract/errors';
import { aPdf, uploadOf, uploadOfAll } from '../files.suite';
import { remoteKyc } from './index';
import { TOKEN_PATH, tokenFor } from './server.suite';

const call: KycCall = {
  tenantId: 'staff',
  actor: { kind: 'staff', id: 'u1', name: 'Clerk' },
  requestId: 'req-1',
};
const submissionId = 'ab98babe-b555-4b79-88bf-967f454df0c0';
const SUBMISSIONS = '/api/ExtForm/submissions';
const item = {
  id: 'd1',
  fileName: 'a.pdf',
  originalFileName: 'a.pdf',
  description: null,
  documentTypeId: 'Other',
  fileSizeInBytes: 4,
  contentType: 'application/pdf',
  shA256Hash: '0'.repeat(64),
};

type Handler = (request: IncomingMessage, response: ServerResponse, count: number) => unknown;

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A server that leaves reading and answering to the handler, but for tokens, and a client before it. */
async function before(handler: Handler, { timeoutMs = 1_000 } = {}) {
  let count = 0;
  const paths: string[] = [];
  let tokens = 0;
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    if (path === TOKEN_PATH) {
      tokens += 1;
      request
        .resume()
        .on('end', () => answer(response, 200, { token: tokenFor(3600, Date.now(), `t-${tokens}`) }));
      return;
    }
    paths.push(`${request.method} ${path}`);
    void handler(request, response, (count += 1));
  });
  // As of the face's own server: a line that is just being closed is none to send on.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  closing.push(close);
  const ignore = () => undefined;
  const kyc: KycApi = remoteKyc(
    { apiUrl: `${origin}/api`, authUrl: origin, appId: 'a', appSecret: 's', tenantId: 't', timeoutMs },
    { sleep: async () => undefined, random: () => 0, log: { info: ignore, warn: ignore, error: ignore } },
  );
  return { kyc, paths, tokens: () => tokens, close };
}

function answer(response: ServerResponse, status: number, result: unknown, messages: string[] = []): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ statusCode: status, messages, result }));
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    (value) => value,
    (error: unknown) => error,
  );

/** Parts of one file whose pieces come as the generator gives them; tells when it was let go of. */
function flowing(pieces: () => AsyncGenerator<Uint8Array>) {
  const seen = { letGo: false };
  async function* parts(): AsyncGenerator<UploadPart> {
    try {
      yield { kind: 'detail', file: null, name: 'originalFileName', value: 'a.pdf' };
      yield { kind: 'content', file: null, content: pieces() };
    } finally {
      seen.letGo = true;
    }
  }
  return { parts: parts(), seen };
}

async function* endless(): AsyncGenerator<Uint8Array> {
  for (;;) {
    yield new Uint8Array(64 * 1024);
    await sleep(1);
  }
}

describe('an upload', () => {
  test('is a form as the contract names its parts, with names in any script', async () => {
    let received: FormData | undefined;
    const { kyc, paths } = await before(async (request, response) => {
      const headers = { 'content-type': request.headers['content-type'] ?? '' };
      received = await new Response(new Uint8Array(await bodyOf(request)), { headers }).formData();
      answer(response, 200, [item, item]);
    });
    const parts = uploadOfAll([
      { originalFileName: 'Reisepass "neu" – 护照.pdf', documentTypeId: 'Passport', content: aPdf() },
      { originalFileName: 'b\r\nX: y.pdf', description: 'Seite 2\r\n--', content: Buffer.from('\r\n--kyc-') },
    ]);
    expect(await kyc.uploadDocuments(call, { submissionId, parts })).toEqual([item, item]);
    expect(paths).toEqual([`POST ${SUBMISSIONS}/${submissionId}/documents`]);
    expect([...(received?.keys() ?? [])]).toEqual([
      'documents[0].OriginalFileName',
      'documents[0].DocumentTypeId',
      'documents[0].FileContent',
      'documents[1].OriginalFileName',
      'documents[1].Description',
      'documents[1].FileContent',
    ]);
    expect(received?.get('documents[0].OriginalFileName')).toBe('Reisepass "neu" – 护照.pdf');
    expect(received?.get('documents[1].Description')).toBe('Seite 2\r\n--');
    const [first, second] = [0, 1].map((n) => received?.get(`documents[${n}].FileContent`) as File);
    expect(Buffer.from((await first?.arrayBuffer()) ?? new ArrayBuffer()).equals(aPdf())).toBe(true);
    expect(await second?.text()).toBe('\r\n--kyc-');
  });

  test('goes out as it comes in, and a slow sender costs nothing of the server’s time', async () => {
    const arrived: number[] = [];
    let size = 0;
    const { kyc } = await before(
      async (request, response) => {
        for await (const chunk of request) size += (chunk as Buffer).byteLength;
        answer(response, 200, [item]);
      },
      { timeoutMs: 150 },
    );
    const { parts } = flowing(async function* () {
      for (let i = 0; i < 4; i += 1) {
        yield new Uint8Array(100_000);
        while (size < 100_000 * (i + 1)) await sleep(5);
        arrived.push(size);
        await sleep(200);
      }
    });
    expect(await kyc.uploadDocuments(call, { submissionId, parts })).toEqual([item]);
    expect(arrived).toHaveLength(4);
  });

  test('whose sender fails is that failure, and the server gets no whole body', async () => {
    let whole: boolean | undefined;
    const { kyc } = await before(async (request) => {
      await bodyOf(request).catch(() => undefined);
      whole = request.complete;
    });
    const fault = badField('FileContent', 'did not arrive whole');
    const { parts } = flowing(async function* () {
      yield new Uint8Array(100_000);
      throw fault;
    });
    expect(await refusalOf(kyc.uploadDocuments(call, { submissionId, parts }))).toBe(fault);
    while (whole === undefined) await sleep(5);
    expect(whole).toBe(false);
  });

  test('to a server that dies in the middle did not happen, and its sender is let go of', async () => {
    const { kyc, paths } = await before((request) => {
      request.once('data', () => request.socket.destroy());
    });
    const { parts, seen } = flowing(endless);
    const refusal = await refusalOf(kyc.uploadDocuments(call, { submissionId, parts }));
    expect(refusal).toMatchObject({ code: 503, outcomeUnknown: false });
    expect(seen.letGo).toBe(true);
    expect(paths).toHaveLength(1);
  });

  test('to a server that stops reading is given up', async () => {
    const { kyc } = await before((request) => void request.pause(), { timeoutMs: 150 });
    const { parts, seen } = flowing(async function* () {
      for (;;) yield new Uint8Array(1024 * 1024);
    });
    const refusal = await refusalOf(kyc.uploadDocuments(call, { submissionId, parts }));
    expect(refusal).toMatchObject({ code: 503, outcomeUnknown: false });
    expect(seen.letGo).toBe(true);
  });

  test.each<[string, Handler]>([
    ['says nothing', (request) => void request.resume()],
    ['breaks off', (request) => void request.resume().on('end', () => request.socket.destroy())],
    ['fails', (request, response) => void request.resume().on('end', () => answer(response, 500, null))],
    [
      'answers what cannot be read',
      (request, response) => void request.resume().on('end', () => response.end('ok')),
    ],
  ])(
    'to a server that has it whole and then %s has an unknown outcome, and is not repeated',
    async (_what, handler) => {
      const { kyc, paths } = await before(handler, { timeoutMs: 200 });
      const parts = uploadOf({ originalFileName: 'a.pdf', content: aPdf() });
      const refusal = await refusalOf(kyc.uploadDocuments(call, { submissionId, parts }));
      expect(refusal).toMatchObject({ outcomeUnknown: true });
      expect(paths).toHaveLength(1);
    },
  );

  test('to nobody did not happen, and its sender is let go of', async () => {
    const { kyc, close } = await before((_request, response) => answer(response, 200, []));
    await kyc.listDocuments(call, { submissionId });
    await close();
    const { parts, seen } = flowing(endless);
    const refusal = await refusalOf(kyc.uploadDocuments(call, { submissionId, parts }));
    expect(refusal).toMatchObject({ code: 503, outcomeUnknown: false });
    expect(seen.letGo).toBe(true);
  });

  test('that is refused keeps the code and the parts that are named', async () => {
    const messages = ['documents[1].FileContent: must be a PDF, JPEG, PNG or TIFF file'];
    const { kyc } = await before(async (request, response) => {
      await bodyOf(request);
      answer(response, 415, null, messages);
    });
    const parts = uploadOf({ originalFileName: 'a.pdf', content: aPdf() });
    const refusal = await refusalOf(kyc.uploadDocuments(call, { submissionId, parts }));
    expect(refusal).toMatchObject({
      code: 415,
      fields: [{ path: 'documents[1].FileContent', message: 'must be a PDF, JPEG, PNG or TIFF file' }],
      outcomeUnknown: false,
    });
  });

  test('that is refused before it is sent whole is let go of', async () => {
    const { kyc } = await before((request, response) => {
      request.once('data', () => answer(response, 413, null, ['FileContent: must have at most 20 MiB']));
    });
    const { parts, seen } = flowing(endless);
    const refusal = await refusalOf(kyc.uploadDocuments(call, { submissionId, parts }));
    expect(refusal).toMatchObject({ code: 413 });
    expect(seen.letGo).toBe(true);
  });

  test('with a token that is refused is to be sent again, and then has a new token', async () => {
    const { kyc, tokens } = await before(async (request, response, count) => {
      await bodyOf(request);
      if (count === 1) answer(response, 401, null, ['expired']);
      else answer(response, 200, [item]);
    });
    const send = () =>
      kyc.uploadDocuments(call, {
        submissionId,
        parts: uploadOf({ originalFileName: 'a.pdf', content: aPdf() }),
      });
    expect(await refusalOf(send())).toMatchObject({
      code: 503,
      message: 'The upload could not be sent: send it again',
      outcomeUnknown: false,
    });
    expect(await send()).toEqual([item]);
    expect(tokens()).toBe(2);
  });
});

describe('a download', () => {
  const documentId = 'd 1';
  const open = (kyc: KycApi) => kyc.downloadDocument(call, { submissionId, documentId });
  const pdf = { 'content-type': 'application/pdf' };

  test('comes with its kind, name and size, and streams as it arrives', async () => {
    let goOn = () => undefined as unknown;
    const { kyc, paths } = await before((_request, response) => {
      const disposition = `attachment; filename*=UTF-8''%E6%8A%A4%E7%85%A7.pdf`;
      response.writeHead(200, { ...pdf, 'content-length': '6', 'content-disposition': disposition });
      response.write('%PD');
      goOn = () => response.end('F-1');
    });
    const { content, ...head } = await open(kyc);
    expect(head).toEqual({ contentType: 'application/pdf', fileName: '护照.pdf', sizeInBytes: 6 });
    expect(paths).toEqual([`GET ${SUBMISSIONS}/${submissionId}/documents/d%201/download`]);
    const reader = content.getReader();
    expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe('%PD');
    goOn();
    expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe('F-1');
    expect((await reader.read()).done).toBe(true);
  });

  test.each<[string, Record<string, string>]>([
    ['with its length', { ...pdf, 'content-length': '1000' }],
    ['in chunks', pdf],
  ])(
    'from a server that dies in the middle of a file %s fails, and is no shorter file',
    async (_what, headers) => {
      const { kyc } = await before((request, response) => {
        response.writeHead(200, headers);
        response.write('%PDF-1.7');
        setTimeout(() => request.socket.destroy(), 30);
      });
      const { content } = await open(kyc);
      await expect(new Response(content).arrayBuffer()).rejects.toThrow();
    },
  );

  test('from a server that falls silent in the middle fails; a slow reader is waited for', async () => {
    const { kyc } = await before(
      (_request, response, count) => {
        response.writeHead(200, { ...pdf, 'content-length': '6' });
        response.write('%PD');
        if (count === 2) setTimeout(() => response.end('F-1'), 30);
      },
      { timeoutMs: 150 },
    );
    const silent = await open(kyc);
    await expect(new Response(silent.content).arrayBuffer()).rejects.toThrow();
    const { content } = await open(kyc);
    const reader = content.getReader();
    await reader.read();
    await sleep(300);
    expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe('F-1');
  });

  test('that its reader gives up is given up at the server', async () => {
    let closed = false;
    const { kyc } = await before((_request, response) => {
      response.on('close', () => {
        closed = true;
      });
      response.writeHead(200, pdf);
      const write = () => {
        while (!closed && response.write(new Uint8Array(64 * 1024)));
      };
      response.on('drain', write);
      write();
    });
    const { content } = await open(kyc);
    await content.cancel();
    while (!closed) await sleep(5);
  });

  test('that grows over what is taken fails', async () => {
    const { kyc } = await before((_request, response) => {
      response.writeHead(200, pdf);
      const write = () => {
        while (!response.destroyed && response.write(new Uint8Array(1024 * 1024)));
      };
      response.on('drain', write);
      write();
    });
    const { content } = await open(kyc);
    let size = 0;
    const read = async () => {
      for await (const chunk of content) size += chunk.byteLength;
    };
    await expect(read()).rejects.toThrow();
    expect(size).toBeGreaterThanOrEqual(FILE_LIMIT);
    expect(size).toBeLessThan(4 * FILE_LIMIT);
  });

  test('that is declared larger than what is taken is none', async () => {
    const { kyc } = await before((_request, response) => {
      response.writeHead(200, { ...pdf, 'content-length': String(10 * FILE_LIMIT) });
      response.flushHeaders();
      response.destroy();
    });
    expect(await refusalOf(open(kyc))).toMatchObject({ code: 503 });
  });

  test('of a page or a program is bytes of no kind', async () => {
    const { kyc } = await before((_request, response) => {
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-disposition': 'inline; filename="..\\\\x\\\\page.html"',
      });
      response.end('<script>alert(1)</script>');
    });
    const { content, ...head } = await open(kyc);
    expect(head).toEqual({
      contentType: 'application/octet-stream',
      fileName: 'page.html',
      sizeInBytes: null,
    });
    await content.cancel();
  });

  test('that is refused inside an HTTP 200 is that refusal; JSON is no file', async () => {
    const { kyc } = await before((_request, response, count) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify({ statusCode: count === 1 ? 404 : 200, messages: ['Not found'], result: null }),
      );
    });
    expect(await refusalOf(open(kyc))).toMatchObject({ code: 404 });
    expect(await refusalOf(open(kyc))).toMatchObject({ code: 503 });
  });

  test('is asked for again after a server error', async () => {
    const { kyc, paths } = await before((_request, response, count) => {
      if (count === 1) answer(response, 502, null);
      else response.writeHead(200, pdf).end('%PDF');
    });
    const { content } = await open(kyc);
    expect(await new Response(content).text()).toBe('%PDF');
    expect(paths).toHaveLength(2);
  });
});

describe('queries', () => {
  test('repeat their keys, and carry a place in the list', async () => {
    const { kyc, paths } = await before((request, response) =>
      answer(
        response,
        200,
        request.method === 'DELETE'
          ? 'Deleted 2 documents'
          : { count: 0, submissions: [], nextCursor: 'b/c' },
      ),
    );
    const listed = await kyc.listSubmissions(call, {
      formId: 'f&1',
      states: ['New', 'Approved'],
      cursor: 'a=b+c',
      limit: 10,
    });
    expect(listed.nextCursor).toBe('b/c');
    expect(await kyc.deleteDocuments(call, { submissionId, ids: ['d1', 'd 2'] })).toBe('Deleted 2 documents');
    expect(paths).toEqual([
      `GET ${SUBMISSIONS}?formId=f%261&states=New&states=Approved&cursor=a%3Db%2Bc&limit=10`,
      `DELETE ${SUBMISSIONS}/${submissionId}/documents?ids=d1&ids=d+2`,
    ]);
  });

  test('a deletion whose answer stays away has an unknown outcome and is not repeated', async () => {
    const { kyc, paths } = await before((request) => request.socket.destroy());
    const refusal = await refusalOf(kyc.deleteDocuments(call, { submissionId, ids: ['d1'] }));
    expect(refusal).toBeInstanceOf(KycError);
    expect(refusal).toMatchObject({ code: 503, outcomeUnknown: true });
    expect(paths).toHaveLength(1);
  });
});
