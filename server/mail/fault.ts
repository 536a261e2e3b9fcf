/** Why an attempt to send failed, as far as it may be told: nothing of it names a person. */
export type MailFault = {
  /** The class of fault and the mail server's code: `ECONNECTION`, `EENVELOPE 550`. */
  code: string;
  /** True where the server refused this very mail for good (RFC 5321: 5xx), so that a repeat is refused as well. */
  isFinal: boolean;
  /** True where any other mail would have fared the same: no connection, no sign-in, the sender refused. */
  isOfServer: boolean;
};

/** The faults that tell of one mail and not of the server. */
const OF_MAIL = new Set(['EENVELOPE', 'EMESSAGE']);

/** Judges what nodemailer threw; its message quotes addresses and is left behind. */
export function faultOf(error: unknown): MailFault {
  const code = textOf(error, 'code') ?? 'EUNKNOWN';
  const response = numberOf(error, 'responseCode');
  const isOfServer = !OF_MAIL.has(code) || textOf(error, 'command') === 'MAIL FROM';
  // An envelope that is refused without a word from the server has an address that SMTP cannot carry.
  const isFinal = !isOfServer && (response === undefined || response >= 500);
  return { code: response === undefined ? code : `${code} ${response}`, isFinal, isOfServer };
}

/** The most attempts of one mail: with the delays below, about a day and a half of trying. */
export const MAX_ATTEMPTS = 16;

const FIRST_DELAY_MS = 30_000;
const LONGEST_DELAY_MS = 6 * 60 * 60_000;

/** Milliseconds until the attempt after `attempts`: doubled each time up to six hours, the later half of it by chance. */
export function retryDelay(attempts: number, random: () => number): number {
  const delay = Math.min(FIRST_DELAY_MS * 2 ** (attempts - 1), LONGEST_DELAY_MS);
  return Math.round(delay * (0.5 + random() / 2));
}

function textOf(error: unknown, key: string): string | undefined {
  const value = propertyOf(error, key);
  return typeof value === 'string' && /^[A-Z_ ]{1,40}$/.test(value) ? value : undefined;
}

function numberOf(error: unknown, key: string): number | undefined {
  const value = propertyOf(error, key);
  return typeof value === 'number' ? value : undefined;
}

function propertyOf(error: unknown, key: string): unknown {
  return error instanceof Error ? Reflect.get(error, key) : undefined;
}
