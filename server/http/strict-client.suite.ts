import contentDisposition from 'content-disposition';
import { expect } from 'vitest';
import type { KycApi, KycCall } from '@/lib/kyc/api';
import { documentFile, type UploadPart, uploadPartPath } from '@/lib/kyc/contract/documents';
import { type FieldFault, KycError, type KycErrorCode } from '@/lib/kyc/contract/errors';
import { fillPath, type Operation, operations, pathParameters } from '@/lib/kyc/contract/operations';
import { BASE_PATH } from './input';

/**
 * The port over an HTTP face by plain `fetch`, as the contract's letter has it and without any tolerance: each answer must have
 * exactly the envelope of its row. `token` belongs to the client that the calls are made for.
 */
export function strictClient(origin: string, token: string): KycApi {
  const entries = Object.entries(operations).map(([name, operation]) => [
    name,
    async (call: KycCall, input: Record<string, unknown>) => {
      const response = await send(origin, token, operation, call, input);
      if (!response.ok) throw await refusalOf(operation, response);
      if (operation.output === documentFile) return documentOf(response);
      return operation.envelope === 'bytes' ? fileOf(response) : resultOf(operation, response);
    },
  ]);
  return Object.fromEntries(entries) as KycApi;
}

async function send(
  origin: string,
  token: string,
  operation: Operation,
  call: KycCall,
  input: Record<string, unknown>,
): Promise<Response> {
  const url = new URL(`${origin}${BASE_PATH}${fillPath(operation.path, input)}`);
  const headers = new Headers({ authorization: `Bearer ${token}`, 'x-request-id': call.requestId });
  if (call.idempotencyKey !== undefined) headers.set('idempotency-key', call.idempotencyKey);
  if (operation.body === 'multipart') {
    const body = await formOf(input.parts as AsyncIterable<UploadPart>);
    return fetch(url, { method: 'POST', headers, body });
  }
  if (operation.method === 'POST') {
    headers.set('content-type', 'application/json');
    return fetch(url, { method: 'POST', headers, body: JSON.stringify(input) });
  }
  const inPath = pathParameters(operation.path);
  for (const [name, value] of Object.entries(input)) {
    if (inPath.includes(name) || value === undefined) continue;
    for (const one of [value].flat()) url.searchParams.append(name, String(one));
  }
  return fetch(url, { method: operation.method, headers });
}

async function formOf(parts: AsyncIterable<UploadPart>): Promise<FormData> {
  const form = new FormData();
  for await (const part of parts) {
    if (part.kind === 'detail') form.append(uploadPartPath(part.file, part.name), part.value);
    else {
      const chunks: BlobPart[] = [];
      for await (const chunk of part.content) chunks.push(new Uint8Array(chunk));
      form.append(uploadPartPath(part.file, 'fileContent'), new Blob(chunks), 'blob');
    }
  }
  return form;
}

const version = (operation: Operation) => (operation.path.startsWith('/ExtForm/') ? {} : { version: null });

async function resultOf(operation: Operation, response: Response): Promise<unknown> {
  const { result, ...rest } = (await response.json()) as { result: unknown };
  const isProfile = operation.envelope === 'profile';
  const [statusCode, messages] = isProfile ? [0, null] : [200, ['Processed successfully']];
  expect({ ...rest, http: response.status }).toStrictEqual({
    ...version(operation),
    statusCode,
    messages,
    http: 200,
  });
  return result;
}

async function refusalOf(operation: Operation, response: Response): Promise<KycError> {
  const envelope = (await response.json()) as { statusCode: number; messages: string[]; result: unknown };
  const { statusCode, messages } = envelope;
  expect(envelope).toStrictEqual({
    ...version(operation),
    statusCode: response.status,
    messages,
    result: null,
  });
  const fields = messages.flatMap((text): FieldFault[] => {
    const [, path, message] = /^([\w.[\]-]+): (.+)$/.exec(text) ?? [];
    return path && message ? [{ path, message }] : [];
  });
  const message = messages.join('; ');
  return new KycError(statusCode as KycErrorCode, fields.length > 0 ? { fields } : { message });
}

async function fileOf(response: Response) {
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect(response.headers.get('content-length')).toBe(String(bytes.byteLength));
  return {
    bytes,
    contentType: response.headers.get('content-type'),
    fileName: contentDisposition.parse(response.headers.get('content-disposition') ?? '').parameters.filename,
    etag: response.headers.get('etag')?.slice(1, -1),
  };
}

function documentOf(response: Response) {
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'no-store',
  });
  const { type, parameters } = contentDisposition.parse(response.headers.get('content-disposition') ?? '');
  expect(type).toBe('attachment');
  return {
    content: response.body,
    contentType: response.headers.get('content-type'),
    fileName: parameters.filename,
    sizeInBytes: Number(response.headers.get('content-length')),
  };
}
