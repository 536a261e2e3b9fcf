import 'server-only';
import { hash, type Options, verify } from '@node-rs/argon2';
import { normalisePassword } from '@/lib/auth/password-policy';
import { loadPasswordMeter } from '@/lib/auth/password-strength';
import { badField } from '@/lib/kyc/contract/errors';

/** OWASP's minimum for argon2id (Password Storage Cheat Sheet): 19 MiB, two passes, one lane. argon2id is the library's default. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const satisfies Options;

/** The argon2id hash of a password, with its salt and cost (PHC string). About 10 ms, off the event loop. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalisePassword(password), COST);
}

let decoy: Promise<string> | undefined;

/**
 * Whether `password` is the one behind `hash`. With no hash (an unknown account, or one without a password) the same
 * work is done on a decoy and the answer is false, so that the time it takes tells nothing.
 */
export async function verifyPassword(hash: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('a password that nobody has');
  const matches = await verify(hash ?? (await decoy), normalisePassword(password));
  return matches && typeof hash === 'string';
}

/**
 * Refuses a password that is guessed too easily, with a 400 for the field `password`. `known` are words an attacker
 * would try first (name, e-mail address).
 */
export async function requireStrongPassword(password: string, known: readonly string[]): Promise<void> {
  const measure = await loadPasswordMeter();
  if (!measure(password, known).strong) {
    throw badField(
      'password',
      'is too easy to guess; add words or characters that belong to nobody and nothing',
    );
  }
}
