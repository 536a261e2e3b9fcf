import 'server-only';
import type { AuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { z } from 'zod';
import { givenPassword } from '@/lib/auth/password-policy';
import { pausedCode } from '@/lib/auth/sign-in-refusal';
import { safeCallbackPath } from '@/lib/callback-path';
import { emailAddress } from '@/lib/kyc/contract/text';
import { newId } from '@/lib/new-id';
import { paths } from '@/lib/paths';
import { database } from '../db/client';
import { env } from '../env';
import { log } from '../log';
import { clientAddress } from './client-address';
import { isSecure, SESSION_SECONDS, type SessionClaims, sessionCookie, sessionSecret } from './session-token';
import { signIn } from './sign-in';
import { signOut } from './sign-out';

declare module 'next-auth' {
  /** What `authorize` hands on to the token. */
  interface User {
    session?: SessionClaims;
  }
}

declare module 'next-auth/jwt' {
  /** What the token says: our claims. */
  interface JWT {
    userId?: SessionClaims['userId'];
    sessionVersion?: SessionClaims['sessionVersion'];
  }
}

const given = z.object({ email: emailAddress, password: givenPassword });

const credentials = Credentials({
  credentials: { email: { type: 'email' }, password: { type: 'password' } },
  async authorize(typed, request) {
    const parsed = given.safeParse(typed);
    if (!parsed.success) return null;
    const { tenantId } = env();
    const address = clientAddress(request.headers?.['x-forwarded-for']);
    const attempt = { tenantId, ...parsed.data, address, requestId: newId() };
    const result = await signIn((await database()).db, attempt, new Date());
    // next-auth hands an error's message on to the browser as its code.
    if (result.outcome === 'paused') throw new Error(pausedCode(result.until));
    return result.outcome === 'signed-in' ? { id: result.user.id, session: result.session } : null;
  },
});

/**
 * next-auth's settings, made at the first request and not at import, because the secret lives in the data folder. The
 * token carries an id and a version and nothing about the person.
 */
export function authOptions(): AuthOptions {
  return {
    providers: [credentials],
    secret: sessionSecret(),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    useSecureCookies: isSecure(),
    cookies: { sessionToken: sessionCookie() },
    pages: { signIn: paths.signIn, signOut: paths.signIn, error: paths.signIn },
    callbacks: {
      jwt: ({ token, user }) => (user?.session ? { ...user.session } : token),
      // Pages and routes read the session through `staffSession`; next-auth's own endpoint tells no more than its end.
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url }) => {
        const { origin } = env();
        const path = url.startsWith(`${origin}/`) ? url.slice(origin.length) : url;
        return `${origin}${safeCallbackPath(path) ?? paths.home}`;
      },
    },
    events: { signOut: ({ token }) => signOut(token) },
    logger: {
      // It misses NEXTAUTH_URL where the origin comes from HOST and PORT; the callbacks above use that one.
      warn: (code) => log().debug({ code }, 'next-auth warns'),
      error: (code) => log().error({ code }, 'next-auth failed'),
      debug: () => undefined,
    },
  };
}
