import { expect, test } from 'vitest';
import { badField, KycError } from '@/lib/kyc/contract/errors';
import { errorResponse, successResponse } from './envelope';

const request = (headers: Record<string, string> = {}) => new Request('http://localhost/', { headers });

test('each kind of envelope is the published one, byte for byte', async () => {
  const textOf = (kind: 'standard' | 'profile' | 'extForm') =>
    successResponse(kind, { a: 1 }, request()).text();
  expect(await textOf('standard')).toBe(
    '{"version":null,"statusCode":200,"messages":["Processed successfully"],"result":{"a":1}}',
  );
  expect(await textOf('profile')).toBe('{"version":null,"statusCode":0,"messages":null,"result":{"a":1}}');
  expect(await textOf('extForm')).toBe(
    '{"statusCode":200,"messages":["Processed successfully"],"result":{"a":1}}',
  );
});

test('a refusal has its code twice, one message for each bad field, and no result', async () => {
  const response = errorResponse('profile', badField('customerEmail', 'is required'));
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({
    version: null,
    statusCode: 400,
    messages: ['customerEmail: is required'],
    result: null,
  });
  expect(await errorResponse('extForm', new KycError(404)).json()).toEqual({
    statusCode: 404,
    messages: ['Not found'],
    result: null,
  });
});

test('no answer is cached or sniffed; a 401 names its scheme; a wait is told in whole seconds', () => {
  for (const response of [
    successResponse('standard', {}, request()),
    errorResponse('standard', new KycError(500)),
  ]) {
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  }
  expect(errorResponse('standard', new KycError(401)).headers.get('www-authenticate')).toBe('Bearer');
  const limited = errorResponse('standard', new KycError(429, { retryAfter: 1.2 }));
  expect(limited.headers.get('retry-after')).toBe('2');
});

const file = {
  bytes: new TextEncoder().encode('%PDF-1.7 …'),
  contentType: 'application/pdf' as const,
  fileName: '张伟 "رائد"\r\nX: 1.pdf',
  etag: 'abc',
};

test('bytes go out as they are, under a name of any script that breaks no header', async () => {
  const response = successResponse('bytes', file, request());
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(file.bytes);
  expect(response.headers.get('content-type')).toBe('application/pdf');
  expect(response.headers.get('content-length')).toBe(String(file.bytes.byteLength));
  expect(response.headers.get('etag')).toBe('"abc"');
  const disposition = response.headers.get('content-disposition') ?? '';
  expect(disposition).toMatch(/^attachment; filename="[^\r\n]*"; filename\*=UTF-8''%E5%BC%A0/);
  expect(response.headers.get('x')).toBeNull();
});

test.each(['"abc"', 'W/"abc"', '"x", "abc"', '*'])(
  'If-None-Match %s is a 304 without a body',
  async (held) => {
    const response = successResponse('bytes', file, request({ 'if-none-match': held }));
    expect(response.status).toBe(304);
    expect(response.headers.get('etag')).toBe('"abc"');
    expect(await response.text()).toBe('');
  },
);

test.each(['"x"', 'abc', ''])('If-None-Match %j gets the bytes', (held) => {
  expect(successResponse('bytes', file, request({ 'if-none-match': held })).status).toBe(200);
});
