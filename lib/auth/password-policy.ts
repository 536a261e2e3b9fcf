import * as z from 'zod';

/** The shortest and the longest password, in characters (code points). The upper bound keeps hashing a long text no attack. */
export const PASSWORD_LEAST = 12;
export const PASSWORD_LIMIT = 128;

/** The strength that a new password needs, on zxcvbn's scale of 0 to 4: 3 withstands 10^8 guesses. */
export const PASSWORD_SCORE = 3;

/**
 * The form of a password that is measured and hashed: NFKC, so that the same keys give the same password on every
 * device (NIST SP 800-63B, section 5.1.1.2). Nothing is trimmed and no character is refused.
 */
export function normalisePassword(password: string): string {
  return password.normalize('NFKC');
}

const length = (password: string) => [...normalisePassword(password)].length;

/** A password that somebody chooses; its strength is a question of its own (`lib/auth/password-strength.ts`). */
export const newPassword = z
  .string()
  .refine((text) => length(text) >= PASSWORD_LEAST, {
    error: `must have at least ${PASSWORD_LEAST} characters`,
    abort: true,
  })
  .refine((text) => length(text) <= PASSWORD_LIMIT, {
    error: `must have at most ${PASSWORD_LIMIT} characters`,
  });

/** A password that somebody signs in with: only bounded, because what is wrong with it must not be told. */
export const givenPassword = z
  .string()
  .min(1)
  .max(PASSWORD_LIMIT * 4);
