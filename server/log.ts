import pino from 'pino';
import { env } from './env';

/** Keys whose values are personal data or secrets, wherever they stand in what is logged. */
const PRIVATE_KEYS = [
  'password',
  'token',
  'appSecret',
  'authorization',
  'cookie',
  'secret',
  'email',
  'customerEmail',
  'to',
  'name',
  'firstName',
  'lastName',
  'fullName',
  'mobile',
  'customerMobileNumber',
  'answers',
  'parameters',
  'detail',
];

let logger: pino.Logger | undefined;

/**
 * The structured log, one JSON line an event. Log ids, codes and counts; the keys above are redacted three levels deep
 * as a second line of defence, not as a licence.
 */
export function log(): pino.Logger {
  logger ??= pino({
    level: env().logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: PRIVATE_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[redacted]' },
  });
  return logger;
}
