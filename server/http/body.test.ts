import { expect, test } from 'vitest';
import { KycError } from '@/lib/kyc/contract/errors';
import { BODY_LIMIT, readJsonBody } from './body';

const JSON_TYPE = { 'content-type': 'application/json' };

function post(body: BodyInit | null, headers: Record<string, string> = JSON_TYPE): Request {
  return new Request('http://localhost/', {
    method: 'POST',
    body,
    headers,
    ...({ duplex: 'half' } as object),
  });
}

async function codeOf(request: Request): Promise<number> {
  const error: unknown = await readJsonBody(request).then(
    () => undefined,
    (refused: unknown) => refused,
  );
  return error instanceof KycError ? error.code : Number.NaN;
}

test.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"'])(
  '%s is read',
  async (type) => {
    expect(await readJsonBody(post('{"a":"é"}', { 'content-type': type }))).toEqual({ a: 'é' });
  },
);

test.each([
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json; charset=utf-16',
  'application/jsonp',
  'nonsense',
])('%s is a 415', async (type) => {
  expect(await codeOf(post('{}', { 'content-type': type }))).toBe(415);
});

test('a body without a media type, or in a content coding, is a 415', async () => {
  expect(await codeOf(post(new TextEncoder().encode('{}'), {}))).toBe(415);
  expect(await codeOf(post('{}', { ...JSON_TYPE, 'content-encoding': 'gzip' }))).toBe(415);
  expect(await codeOf(post('{}', { ...JSON_TYPE, 'content-encoding': 'identity' }))).toBeNaN();
});

test('more than 1 MiB is a 413, declared or not, and reading stops there', async () => {
  const fits = JSON.stringify('x'.repeat(BODY_LIMIT - 2));
  expect(await readJsonBody(post(fits))).toHaveLength(BODY_LIMIT - 2);
  expect(await codeOf(post(`${fits} `))).toBe(413);
  expect(await codeOf(post('{}', { ...JSON_TYPE, 'content-length': String(BODY_LIMIT + 1) }))).toBe(413);

  let given = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      given += 65_536;
      controller.enqueue(new Uint8Array(65_536).fill(0x20));
    },
  });
  expect(await codeOf(post(endless))).toBe(413);
  expect(given).toBeLessThan(BODY_LIMIT * 2);
});

test.each([
  ['nothing', ''],
  ['half a body', '{"a":'],
  ['no JSON', 'a=1'],
  ['NaN', '{"a":NaN}'],
  ['another encoding', new Uint8Array([0x22, 0xe9, 0x22])],
  ['UTF-16', new Uint8Array([0xff, 0xfe, 0x22, 0, 0x22, 0])],
  ['a member named twice', '{"a":1,"a":2}'],
  ['a nesting bomb', '['.repeat(100_000)],
])('%s is a 400 that repeats nothing of it', async (_what, body) => {
  const error: unknown = await readJsonBody(post(body)).catch((refused: unknown) => refused);
  expect(error).toMatchObject({ code: 400, fields: [{ path: 'body' }] });
});

test('a body that breaks off is a 400', async () => {
  const broken = new ReadableStream<Uint8Array>({
    start: (controller) => controller.error(new Error('connection reset')),
  });
  expect(await codeOf(post(broken))).toBe(400);
});
