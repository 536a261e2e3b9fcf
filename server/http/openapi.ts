import 'server-only';
import { z } from 'zod';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathItemObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { customerDetails, employee } from '@/lib/kyc/contract/customers';
import {
  CONTENT_TYPES,
  documentFile,
  documentItem,
  UPLOAD_PARTS,
  uploadDetails,
} from '@/lib/kyc/contract/documents';
import { formPage, formSummary, listedField } from '@/lib/kyc/contract/forms';
import {
  type Operation,
  type OperationName,
  operations,
  pathParameters,
} from '@/lib/kyc/contract/operations';
import { profile } from '@/lib/kyc/contract/profiles';
import { type PublishedSample, publishedSamples } from '@/lib/kyc/contract/samples';
import packageJson from '@/package.json' with { type: 'json' };
import { BASE_PATH } from './input';
import { envelopeSchema, headersOf, refusalResponses, refusalsOf } from './openapi-answers';

const SECTIONS: Record<Operation['section'], string> = {
  2: 'Tokens',
  3: 'Customers',
  4: 'Profiles and reports',
  5: 'Forms',
  6: 'Submissions and answers',
  7: 'Documents',
};

const BEARER = 'appToken';

/** The OpenAPI 3.1 document of the HTTP face, made from the operations table. */
export function openApiDocument() {
  const names = Object.keys(operations) as OperationName[];
  const paths: Record<string, ZodOpenApiPathItemObject> = {};
  for (const name of names) {
    const { path, method } = operations[name];
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationObject(name, operations[name]) };
  }
  return createDocument({
    openapi: '3.1.1',
    info: {
      title: 'KYC API',
      version: packageJson.version,
      license: { name: packageJson.license, identifier: packageJson.license },
      description:
        'Onboard individuals and legal entities, read their profile and take the report. Get an app token first; it goes along as a bearer token with every other call.',
    },
    servers: [{ url: BASE_PATH }],
    tags: sectionsOf(names).map((name) => ({ name })),
    paths,
    components: {
      schemas: {
        CustomerDetails: customerDetails,
        Document: documentItem,
        Employee: employee,
        Form: formSummary,
        FormField: listedField,
        FormPage: formPage,
        Profile: profile,
      },
      responses: refusalResponses(),
      securitySchemes: { [BEARER]: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  });
}

let rendered: string | undefined;

/** The answer of `/api/openapi.json`. */
export function openApiResponse(): Response {
  rendered ??= JSON.stringify(openApiDocument());
  return new Response(rendered, {
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-cache' },
  });
}

function sectionsOf(names: readonly OperationName[]): string[] {
  return [...new Set(names.map((name) => SECTIONS[operations[name].section]))];
}

function operationObject(name: OperationName, operation: Operation): ZodOpenApiOperationObject {
  const sample: PublishedSample =
    name in publishedSamples ? publishedSamples[name as keyof typeof publishedSamples] : {};
  const shape = shapeOf(operation);
  const inPath = pathParameters(operation.path);
  const rest = Object.keys(shape).filter((key) => !inPath.includes(key));
  const isPost = operation.method === 'POST';
  return {
    operationId: name,
    summary: operation.summary,
    tags: [SECTIONS[operation.section]],
    security: operation.bearer ? [{ [BEARER]: [] }] : [],
    requestParams: {
      path: picked(shape, inPath),
      ...(isPost ? {} : { query: picked(shape, rest) }),
      ...(operation.idempotencyKey ? { header: z.object({ 'Idempotency-Key': idempotencyKey }) } : {}),
    },
    ...(isPost ? { requestBody: body(operation, sample) } : {}),
    responses: { '200': success(operation, sample), ...refusalsOf(operation, Object.keys(shape)) },
  };
}

const idempotencyKey = z.string().min(1).max(255).optional().meta({
  description: 'The same key and body within 24 hours give the first answer again.',
});

function shapeOf({ input }: Operation): Record<string, z.core.$ZodType> {
  return input instanceof z.ZodObject ? input.shape : {};
}

function picked(shape: Record<string, z.core.$ZodType>, keys: readonly string[]) {
  return z.object(Object.fromEntries(keys.flatMap((key) => (shape[key] ? [[key, shape[key]]] : []))));
}

/** One document of an upload; `documents[n].` before a part's name numbers several of them. */
const uploadForm = z
  .object({
    [UPLOAD_PARTS.originalFileName]: uploadDetails.shape.originalFileName,
    [UPLOAD_PARTS.fileContent]: z.string().meta({ format: 'binary' }),
    [UPLOAD_PARTS.documentTypeId]: uploadDetails.shape.documentTypeId,
    [UPLOAD_PARTS.description]: uploadDetails.shape.description,
    [UPLOAD_PARTS.expiryDate]: uploadDetails.shape.expiryDate,
  })
  .meta({ description: 'Several documents: documents[0].FileContent, documents[1].FileContent and so on.' });

function body({ input, path, body: kind }: Operation, { requests }: PublishedSample) {
  if (kind === 'multipart') {
    return { required: true, content: { 'multipart/form-data': { schema: uploadForm } } };
  }
  const examples = Object.fromEntries(
    Object.entries(requests ?? {}).map(([title, value]) => [title, { value }]),
  );
  return {
    required: pathParameters(path).length === 0,
    content: { 'application/json': { schema: input, ...(requests ? { examples } : {}) } },
  };
}

function success(operation: Operation, { answer }: PublishedSample): ZodOpenApiResponsesObject[`2${string}`] {
  const headers = headersOf();
  const fileName = { schema: { type: 'string' as const }, description: 'The file name (RFC 6266)' };
  const binary = { schema: { type: 'string' as const, format: 'binary' } };
  if (operation.output === documentFile) {
    return {
      description: 'The file as it was uploaded',
      headers: { ...headers, 'Content-Disposition': fileName },
      content: Object.fromEntries(CONTENT_TYPES.map((type) => [type, binary])),
    };
  }
  if (operation.envelope === 'bytes') {
    return {
      description: 'The report itself',
      headers: {
        ...headers,
        ETag: { schema: { type: 'string' }, description: 'Of exactly these bytes' },
        'Content-Disposition': fileName,
      },
      content: { 'application/pdf': binary },
    };
  }
  const schema = envelopeSchema(operation.envelope, operation.output);
  return {
    description: 'Processed',
    headers,
    content: { 'application/json': { schema, ...(answer ? { example: answer } : {}) } },
  };
}
