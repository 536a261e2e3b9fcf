import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { FILE_LIMIT, FILES_LIMIT } from '@/lib/kyc/contract/documents';
import { readUploadParts, UPLOAD_LIMIT } from './multipart';

const BOUNDARY = 'x-boundary';
const TYPE = `multipart/form-data; boundary=${BOUNDARY}`;

type Part = [name: string, value: string | Uint8Array, more?: string];

/** A form's body as it goes over the wire; `more` are headers of a part, or what follows its name. */
function bodyOf(parts: readonly Part[], { end = `--${BOUNDARY}--\r\n` } = {}): Uint8Array {
  return Buffer.concat([
    ...parts.flatMap(([name, value, more = '']) => [
      Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`),
      Buffer.from(value),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(end),
  ]);
}

/** A request that sends its body in pieces of this many bytes; undefined ends it with a failure, as a broken line does. */
function requestOf(body: Uint8Array, { type = TYPE, piece = 7, breaks = false, headers = {} } = {}): Request {
  let at = 0;
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await turn();
      if (at < body.byteLength) controller.enqueue(body.subarray(at, (at += piece)));
      else if (breaks) controller.error(new Error('socket hang up'));
      else controller.close();
    },
  });
  return streaming(stream, { 'content-type': type, ...headers });
}

function streaming(body: ReadableStream<Uint8Array>, headers: Record<string, string>): Request {
  const init = { method: 'POST', headers, body, duplex: 'half' };
  return new Request('http://localhost/upload', init);
}

/** All parts, contents read whole. */
async function readAll(request: Request) {
  const parts: unknown[] = [];
  for await (const part of readUploadParts(request)) {
    if (part.kind === 'detail') parts.push([part.file, part.name, part.value]);
    else {
      const chunks: Uint8Array[] = [];
      for await (const chunk of part.content) chunks.push(chunk);
      parts.push([part.file, 'content', Buffer.concat(chunks).toString('latin1')]);
    }
  }
  return parts;
}

const messagesOf = (request: Request) =>
  readAll(request).then(
    (parts) => ({ parts }),
    (error: { code: number; messages: string[] }) => [error.code, ...error.messages],
  );

describe('parts', () => {
  test.each([1, 7, 64 * 1024])('come in their order, whole, in pieces of %i bytes', async (piece) => {
    const binary = Buffer.from(Array.from({ length: 700 }, (_, i) => i % 256)).toString('latin1');
    const body = bodyOf([
      ['ExpiryDate', '2030-01-31'],
      ['FileContent', Buffer.from(`${binary}\r\n--x-boundar`, 'latin1'), '; filename="a.pdf"'],
      ['OriginalFileName', 'Reisepass – 护照 \u202e.pdf', '\r\nContent-Type: text/plain; charset=utf-16'],
    ]);
    expect(await readAll(requestOf(body, { piece }))).toEqual([
      [null, 'expiryDate', '2030-01-31'],
      [null, 'content', `${binary}\r\n--x-boundar`],
      [null, 'originalFileName', 'Reisepass – 护照 \u202e.pdf'],
    ]);
  });

  test('of several documents carry their number, in any order', async () => {
    const body = bodyOf([
      ['documents[1].FileContent', 'two'],
      ['documents[0].OriginalFileName', 'one.pdf'],
      ['documents[1].Description', ''],
      ['documents[0].FileContent', ''],
    ]);
    expect(await readAll(requestOf(body))).toEqual([
      [1, 'content', 'two'],
      [0, 'originalFileName', 'one.pdf'],
      [1, 'description', ''],
      [0, 'content', ''],
    ]);
  });

  test('wait for their reader: no more of the body is taken than it has room for', async () => {
    let taken = 0;
    const head = bodyOf([['FileContent', '']], { end: '' }).subarray(0, -2);
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(taken === 0 ? head : new Uint8Array(64 * 1024));
        taken += 1;
      },
    });
    const request = streaming(stream, { 'content-type': TYPE });
    const parts = readUploadParts(request)[Symbol.asyncIterator]();
    const first = await parts.next();
    expect(first.value).toMatchObject({ kind: 'content' });
    for (let i = 0; i < 200; i += 1) await turn();
    expect(taken).toBeLessThan(20);
    await parts.return?.();
  });
});

describe('refused', () => {
  const one: Part[] = [
    ['OriginalFileName', 'a.pdf'],
    ['FileContent', 'bytes'],
  ];
  const NONE = 'is no whole multipart/form-data';
  const whole = Buffer.from(bodyOf(one));
  test.each<[string, Request, unknown[]]>([
    [
      'an unknown part',
      requestOf(bodyOf([...one, ['Folder', 'x']])),
      [400, expect.stringMatching(/^body: has a part that is none of OriginalFileName, FileContent/)],
    ],
    [
      'a part without a name',
      requestOf(Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data\r\n\r\nx\r\n--${BOUNDARY}--`)),
      [400, expect.stringMatching(/^body: has a part that is none of OriginalFileName, FileContent/)],
    ],
    [
      'a part given twice',
      requestOf(bodyOf([...one, ['FileContent', 'again']])),
      [400, 'FileContent: must be given once'],
    ],
    [
      'a numbered part beside a plain one',
      requestOf(bodyOf([...one, ['documents[0].ExpiryDate', '2030-01-01']])),
      [400, expect.stringMatching(/^documents\[0\]\.ExpiryDate: must not stand beside/)],
    ],
    [
      'a document too many',
      requestOf(bodyOf([[`documents[${FILES_LIMIT}].FileContent`, 'x']])),
      [400, `documents: must be at most ${FILES_LIMIT}, numbered from 0`],
    ],
    [
      'a huge text',
      requestOf(bodyOf([['Description', 'x'.repeat(20_000)]]), { piece: 1000 }),
      [400, 'Description: is too long'],
    ],
    [
      'a text that is no UTF-8',
      requestOf(bodyOf([['documents[3].Description', new Uint8Array([0xc3, 0x28])]])),
      [400, 'documents[3].Description: is not UTF-8'],
    ],
    ['no parts', requestOf(bodyOf([])), [400, 'body: has no parts']],
    ['nothing', requestOf(new Uint8Array()), [400, `body: ${NONE}`]],
    [
      'another boundary',
      requestOf(whole, { type: 'multipart/form-data; boundary=other' }),
      [400, `body: ${NONE}`],
    ],
    [
      'no boundary',
      requestOf(whole, { type: 'multipart/form-data' }),
      [400, 'body: is multipart/form-data without a boundary of 1 to 70 characters'],
    ],
    [
      'a boundary of a thousand characters',
      requestOf(whole, { type: `multipart/form-data; boundary=${'b'.repeat(1000)}` }),
      [400, 'body: is multipart/form-data without a boundary of 1 to 70 characters'],
    ],
    [
      'JSON',
      requestOf(whole, { type: 'application/json' }),
      [415, 'The media type is not supported: send multipart/form-data'],
    ],
    [
      'a coded body',
      requestOf(whole, { headers: { 'content-encoding': 'gzip' } }),
      [415, 'The media type is not supported: send the body without a content coding'],
    ],
    [
      'a declared size over the limit',
      requestOf(whole, { headers: { 'content-length': String(UPLOAD_LIMIT + 1) } }),
      [413, 'The request is too large: at most 401 MiB'],
    ],
    ['a body cut in a file', requestOf(whole.subarray(0, -20)), [400, 'FileContent: did not arrive whole']],
    [
      'a line that breaks in a file',
      requestOf(whole.subarray(0, -20), { breaks: true }),
      [400, 'FileContent: did not arrive whole'],
    ],
    [
      'a line that breaks before the first part',
      requestOf(whole.subarray(0, 3), { breaks: true }),
      [400, `body: ${NONE}`],
    ],
    [
      'a body without its end',
      requestOf(bodyOf(one, { end: '' })),
      [400, 'FileContent: did not arrive whole'],
    ],
  ])('%s', async (_what, request, refusal) => {
    expect(await messagesOf(request)).toEqual(refusal);
  });

  test('and what the sender is still sending is read on for as long as a file may be, and no longer', async () => {
    let sent = 0;
    let cancelled = false;
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(
          sent === 0 ? bodyOf([['Nonsense', '']], { end: '' }) : new Uint8Array(1024 * 1024),
        );
        sent += 1;
      },
      cancel() {
        cancelled = true;
      },
    });
    const request = streaming(stream, { 'content-type': TYPE });
    expect(await messagesOf(request)).toEqual([400, expect.stringContaining('body: has a part')]);
    expect(cancelled).toBe(true);
    expect(sent * 1024 * 1024).toBeLessThan(2 * FILE_LIMIT);
  });
});
