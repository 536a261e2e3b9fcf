import * as z from 'zod';

/** The longest name, in characters (code points), of a person or a company. Contract section 3. */
export const NAME_LIMIT = 200;
/** The longest e-mail address that SMTP carries, in octets (RFC 5321, section 4.5.3.1.3). */
export const EMAIL_LIMIT = 254;
/** The longest identifier, in characters. Contract section 1. */
export const ID_LIMIT = 64;

// Postgres refuses NUL in text, and a lone surrogate has no UTF-8 form: both must be a 400 here, never a 500 there.
const NO_CONTROL = /^[^\p{Cc}\p{Cs}]*$/u;
const NO_CONTROL_BUT_LINES = /^(?:[\t\n\r]|[^\p{Cc}\p{Cs}])*$/u;

const atMost = (limit: number) => (text: string) => text.length <= limit || [...text].length <= limit;

type TextLimits = { least?: number; limit: number; lines?: boolean };

/**
 * A text of `least` to `limit` characters (code points) in any script, as typed after Unicode NFC and trimming. Control
 * characters and lone surrogates are refused; `lines` lets a text have several of them, which come out ended by `\n`. Contract
 * section 3.
 */
export function plainText({ least = 0, limit, lines = false }: TextLimits) {
  return z
    .string()
    .regex(lines ? NO_CONTROL_BUT_LINES : NO_CONTROL, {
      error: 'must not contain control characters',
      abort: true,
    })
    .overwrite((text) => (lines ? text.replace(/\r\n?/g, '\n') : text))
    .normalize('NFC')
    .trim()
    .min(least)
    .refine(atMost(limit), { error: `must have at most ${limit} characters` })
    .meta({ maxLength: limit });
}

/** A person's or a company's name. */
export const nameText = plainText({ least: 1, limit: NAME_LIMIT });

/** An opaque identifier: 1 to 64 printable characters, no UUID promised. Contract section 1. */
export const opaqueId = z
  .string()
  .min(1)
  .max(ID_LIMIT)
  .regex(/^[^\p{C}\p{Zl}\p{Zp}]*$/u, { error: 'must be 1 to 64 printable characters' });

/** An e-mail address as typed, without blanks at its ends. It is compared without case; `emailKey` gives the form compared. */
export const emailAddress = z
  .string()
  .regex(NO_CONTROL, { error: 'must not contain control characters', abort: true })
  .trim()
  .min(1)
  .max(EMAIL_LIMIT)
  .pipe(z.email())
  .meta({ maxLength: EMAIL_LIMIT, format: 'email' });

/** The form in which two e-mail addresses are compared: lower case, NFC. Contract section 3. */
export function emailKey(address: string): string {
  return address.normalize('NFC').trim().toLowerCase();
}

/** A phone number in E.164, or the empty string for none. Contract section 3. */
export const mobileNumber = z
  .string()
  .trim()
  .regex(/^(\+[1-9]\d{1,14})?$/, { error: 'must be empty or a number in E.164, such as +971501234567' });

// ISO 8601 has a year 0; no calendar has, nor has Postgres.
const afterYearNought = (text: string) => text >= '0001';

/** A moment, ISO 8601 in UTC with `Z`. Contract section 1. */
export const timestamp = z.iso
  .datetime()
  .refine(afterYearNought, { error: 'must be a moment of the calendar' });
/** A day, `YYYY-MM-DD`. Contract section 1. */
export const day = z.iso.date().refine(afterYearNought, { error: 'must be a day of the calendar' });

/**
 * A closed list of the contract, read tolerantly: a remote server's unknown value stays readable instead of blanking a
 * page. What we send is held to the list by its own type.
 */
export function openList<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values).or(z.string());
}
