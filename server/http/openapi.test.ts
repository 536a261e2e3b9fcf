import { expect, test } from 'vitest';
import { z } from 'zod';
import { CONTENT_TYPES, documentFile } from '@/lib/kyc/contract/documents';
import { KYC_ERRORS } from '@/lib/kyc/contract/errors';
import { type Operation, operations, pathParameters } from '@/lib/kyc/contract/operations';
import { publishedSamples } from '@/lib/kyc/contract/samples';
import { openApiDocument, openApiResponse } from './openapi';

type Json = { [key: string]: Json } & Json[];

/** As it goes out; what JSON drops, nobody sees. */
const document = JSON.parse(JSON.stringify(openApiDocument())) as Json;
const rows = Object.entries(operations) as [string, Operation][];

/** Every object of the document with its place in it. */
function* walk(value: unknown, place = '#'): Generator<[string, Record<string, unknown>]> {
  if (typeof value !== 'object' || value === null) return;
  yield [place, value as Record<string, unknown>];
  for (const [key, inside] of Object.entries(value)) yield* walk(inside, `${place}/${key}`);
}

function resolved(ref: string): unknown {
  return ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document);
}

test('it is OpenAPI 3.1 with an operation for each row, and no other', () => {
  expect(document.openapi).toMatch(/^3\.1\.\d$/);
  const described = Object.values(document.paths ?? {}).flatMap((item) => Object.values(item));
  const names = described.map(({ operationId }) => String(operationId));
  expect(names.sort()).toEqual(rows.map(([name]) => name).sort());
});

test.each(rows)('%s has its parameters, its security and its answers', (name, operation) => {
  const described = document.paths?.[operation.path]?.[operation.method.toLowerCase()];
  expect(described?.operationId).toBe(name);
  const parameters = (described?.parameters ?? []) as unknown as {
    in: string;
    name: string;
    required?: boolean;
  }[];
  const inPath = parameters.filter((one) => one.in === 'path');
  expect(inPath.map((one) => [one.name, one.required])).toEqual(
    pathParameters(operation.path).map((parameter) => [parameter, true]),
  );
  expect(described?.security).toEqual(operation.bearer ? [{ appToken: [] }] : []);
  expect(described?.requestBody !== undefined).toBe(operation.method === 'POST');
  if (name === 'submitSubmission') expect(described?.requestBody?.required).toBe(false);
  const codes = Object.keys(described?.responses ?? {});
  expect(codes).toEqual(expect.arrayContaining(['200', '401', '429', '500']));
  for (const code of codes) expect(code === '200' || code in KYC_ERRORS).toBe(true);
  const success = described?.responses?.['200'];
  expect(Object.keys(success?.headers ?? {})).toEqual(
    expect.arrayContaining(['RateLimit', 'RateLimit-Policy', 'X-Request-Id']),
  );
  const file = operation.output === documentFile ? CONTENT_TYPES : ['application/pdf'];
  const media = operation.envelope === 'bytes' ? file : ['application/json'];
  expect(Object.keys(success?.content ?? {})).toEqual(media);
  const sent = operation.body === 'multipart' ? 'multipart/form-data' : 'application/json';
  if (operation.method === 'POST') expect(Object.keys(described?.requestBody?.content ?? {})).toEqual([sent]);
});

test('every reference leads somewhere, and every component has its use or its name', () => {
  for (const [place, value] of walk(document)) {
    if (typeof value.$ref === 'string') expect([place, resolved(value.$ref)]).not.toEqual([place, undefined]);
  }
});

test('every pattern compiles with the u flag, as JSON Schema wants it', () => {
  for (const [, { pattern }] of walk(document)) {
    if (typeof pattern === 'string') expect(() => new RegExp(pattern, 'u')).not.toThrow();
  }
});

test('the published bodies and answers satisfy the schemas that they stand beside', () => {
  // zod compiles a pattern without the u flag, which ours need; that they compile with it is tested above.
  const withoutPatterns = (key: string, value: unknown) => (key === 'pattern' ? undefined : value);
  const whole = (schema: unknown) => {
    const text = JSON.stringify(schema, withoutPatterns).replaceAll('#/components/schemas/', '#/$defs/');
    return z.fromJSONSchema(JSON.parse(text) as Parameters<typeof z.fromJSONSchema>[0]);
  };
  const inside = (schema: Json | undefined) => whole({ ...schema, $defs: document.components?.schemas });
  const { addCustomer, getEmployees } = publishedSamples;
  const add = document.paths?.['/ExtCustomerManagement/AddCustomer']?.post;
  const body = inside(add?.requestBody?.content?.['application/json']?.schema);
  for (const request of Object.values(addCustomer.requests))
    expect(body.safeParse(request).success).toBe(true);
  expect(body.safeParse({ ...addCustomer.requests.individual, sendEmail: 'yes' }).success).toBe(false);
  const answerOf = (described: Json | undefined) =>
    inside(described?.responses?.['200']?.content?.['application/json']?.schema);
  expect(answerOf(add).safeParse(addCustomer.answer).success).toBe(true);
  const list = document.paths?.['/ExtCustomerManagement/GetEmployees']?.get;
  expect(answerOf(list).safeParse(getEmployees.answer).success).toBe(true);
});

test('it is served as JSON', async () => {
  const response = openApiResponse();
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(await response.json()).toEqual(document);
});
