import * as z from 'zod';

// Postgres refuses NUL in text: what cannot be a credential is a 400, never a 500.
const credential = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, { error: 'must not contain control characters' });

/** The body of `GetAppToken`. Contract section 2. */
export const getAppTokenInput = z.object({ appId: credential, appSecret: credential, tenantId: credential });

/** The answer: an HS256 JWT, valid 24 hours. Contract section 2. */
export const getAppTokenOutput = z.looseObject({ token: z.string() });

/** How long an app token is valid, in seconds. Contract section 2. */
export const APP_TOKEN_SECONDS = 24 * 60 * 60;
