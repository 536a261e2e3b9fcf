import type { z } from 'zod';

/** The codes of the contract's refusals (section 1), each with the words used when nothing more exact is known. */
export const KYC_ERRORS = {
  400: 'The request is not valid',
  401: 'The token is missing, wrong or expired',
  403: 'This is not permitted',
  404: 'Not found',
  405: 'This method is not allowed here',
  409: 'It exists already',
  413: 'The request is too large',
  415: 'The media type is not supported',
  422: 'The idempotency key was used with another body',
  429: 'Too many requests',
  500: 'The server could not process the request',
  503: 'The KYC service cannot be reached',
} as const;
export type KycErrorCode = keyof typeof KYC_ERRORS;

/** One bad field: its path in the input (`individualCustomer.firstName`) and what is wanted, without the path. */
export type FieldFault = { path: string; message: string };

type KycErrorOptions = {
  /** The bad fields, for 400. */
  fields?: FieldFault[];
  /** What to tell; the code's own words by default. It is shown to people: nothing of the inside may be in it. */
  message?: string;
  /** Seconds to wait, for 429 and 503. */
  retryAfter?: number;
  /** True where it is not known whether the change was made (a write whose answer never came). */
  outcomeUnknown?: boolean;
  cause?: unknown;
};

/** A refusal of the KYC API: expected, shown to the caller, the same on both sides of the port. */
export class KycError extends Error {
  override readonly name = 'KycError';
  readonly code: KycErrorCode;
  readonly fields: readonly FieldFault[];
  readonly retryAfter: number | undefined;
  readonly outcomeUnknown: boolean;

  constructor(code: KycErrorCode, options: KycErrorOptions = {}) {
    super(options.message ?? KYC_ERRORS[code], options.cause === undefined ? {} : { cause: options.cause });
    this.code = code;
    this.fields = options.fields ?? [];
    this.retryAfter = options.retryAfter;
    this.outcomeUnknown = options.outcomeUnknown ?? false;
  }

  /** What the envelope's `messages` carry: one for each bad field, starting with its path; else the message. */
  get messages(): string[] {
    return this.fields.length > 0
      ? this.fields.map(({ path, message }) => `${path}: ${message}`)
      : [this.message];
  }
}

/** A 400 for one field. */
export function badField(path: string, message: string): KycError {
  return new KycError(400, { fields: [{ path, message }] });
}

/** The path of a zod issue in the contract's spelling: `documents[0].fileName`. */
export function issuePath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text ? `${text}.${String(part)}` : String(part),
    '',
  );
}

/** A failed parse as bad fields, in the words of the schema. An issue of the whole input has the path `body`. */
export function fieldFaults(error: z.ZodError): FieldFault[] {
  return error.issues.map((issue) => ({ path: issuePath(issue.path) || 'body', message: issue.message }));
}
