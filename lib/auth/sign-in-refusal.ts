/** Why signing in did not succeed, as far as anybody may know. */
export type SignInRefusal = { cause: 'refused' } | { cause: 'paused'; until: Date } | { cause: 'failed' };

const PAUSED = 'paused:';

/** The error code that next-auth carries for a pause. */
export function pausedCode(until: Date): string {
  return `${PAUSED}${until.toISOString()}`;
}

/** The refusal behind a code of next-auth's; `CredentialsSignin` is its word for wrong credentials. */
export function refusalOf(code: string): SignInRefusal {
  if (code === 'CredentialsSignin') return { cause: 'refused' };
  const until = new Date(code.startsWith(PAUSED) ? code.slice(PAUSED.length) : Number.NaN);
  return Number.isNaN(until.getTime()) ? { cause: 'failed' } : { cause: 'paused', until };
}
