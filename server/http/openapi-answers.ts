import { z } from 'zod';
import type { ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import { KYC_ERRORS, type KycErrorCode } from '@/lib/kyc/contract/errors';
import type { EnvelopeKind, Operation } from '@/lib/kyc/contract/operations';
import { refusalKind, SUCCESS_MESSAGES } from './envelope';

/** The envelope of a kind around a result. Contract section 1. */
export function envelopeSchema(kind: EnvelopeKind, result: z.ZodType): z.ZodType {
  if (kind === 'profile') {
    return z.object({ version: z.null(), statusCode: z.literal(0), messages: z.null(), result });
  }
  const messages = z.array(z.string()).meta({ examples: [SUCCESS_MESSAGES] });
  const standard = z.object({ version: z.null(), statusCode: z.literal(200), messages, result });
  return kind === 'extForm' ? standard.omit({ version: true }) : standard;
}

const text = (description: string) => ({ description, schema: { type: 'string' as const } });

/** What every answer carries in its head. */
export function headersOf(code?: KycErrorCode) {
  return {
    'X-Request-Id': text('Names this request in the log; the one sent, when it was printable'),
    RateLimit: text('What remains, and the seconds until it starts anew: "create";r=9;t=60'),
    'RateLimit-Policy': text('The limit and its window in seconds: "create";q=10;w=60'),
    ...(code === 429 ? { 'Retry-After': text('Seconds to wait') } : {}),
    ...(code === 405 ? { Allow: text('The methods of this path') } : {}),
  };
}

/** The refusals as components: one for each code, and one more for the paths whose answers have no version. */
export function refusalResponses(): Record<string, ZodOpenApiResponseObject> {
  const codes = Object.keys(KYC_ERRORS).map(Number) as KycErrorCode[];
  return Object.fromEntries(
    codes.flatMap((code) => [
      [nameOf(code, 'standard'), refusal(code, 'standard')],
      [nameOf(code, 'extForm'), refusal(code, 'extForm')],
    ]),
  );
}

/** The refusals that an operation can give, by what its row says. */
export function refusalsOf(operation: Operation, inputs: readonly string[]): ZodOpenApiResponsesObject {
  const writes: KycErrorCode[] = operation.method === 'POST' ? [413, 415] : [];
  const once: KycErrorCode[] = operation.idempotencyKey ? [409, 422] : [];
  // What is under review, approved or locked does not change.
  const inState: KycErrorCode[] = operation.section >= 6 && !operation.safe ? [409] : [];
  const named: KycErrorCode[] = inputs.some((name) => name === 'submissionId' || name === 'formId')
    ? [404]
    : [];
  const checked: KycErrorCode[] = inputs.length > 0 ? [400] : [];
  const codes: KycErrorCode[] = [...checked, 401, ...named, ...once, ...inState, ...writes, 429, 500, 503];
  return Object.fromEntries(
    codes.map((code) => [
      `${code}`,
      { $ref: `#/components/responses/${nameOf(code, refusalKind(operation))}` },
    ]),
  );
}

function nameOf(code: KycErrorCode, kind: EnvelopeKind): string {
  return kind === 'extForm' ? `ExtForm${code}` : `Refusal${code}`;
}

function refusal(code: KycErrorCode, kind: 'standard' | 'extForm'): ZodOpenApiResponseObject {
  const message = code === 400 ? 'individualCustomer.firstName: is required' : KYC_ERRORS[code];
  const schema = z.object({
    version: z.null(),
    statusCode: z.literal(code),
    messages: z.array(z.string()).meta({ examples: [[message]] }),
    result: z.null(),
  });
  return {
    description: KYC_ERRORS[code],
    headers: headersOf(code),
    content: { 'application/json': { schema: kind === 'extForm' ? schema.omit({ version: true }) : schema } },
  };
}
