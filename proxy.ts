import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy, newNonce } from '@/server/auth/content-security';
import { PATH_HEADER } from '@/server/auth/path-header';
import { renewedSession, SESSION_SECONDS, sessionCookie } from '@/server/auth/session-token';
import { isDevelopment } from '@/server/env';

/**
 * Goes before every page: makes the page's nonce and its policy (Next reads the nonce out of the request's policy and puts
 * it on its scripts), tells the page its own path, and renews an ageing session. It guards nothing: authority is asked where
 * data is read or changed. Headers that are the same for every answer are in next.config.js.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const policy = contentSecurityPolicy(newNonce(), { development: isDevelopment() });
  const headers = new Headers(request.headers);
  headers.set('Content-Security-Policy', policy);
  headers.set(PATH_HEADER, `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  await renewSession(request, response);
  return response;
}

async function renewSession(request: NextRequest, response: NextResponse): Promise<void> {
  const { name, options } = sessionCookie();
  const renewed = await renewedSession(request.cookies.get(name)?.value, new Date());
  if (renewed) response.cookies.set(name, renewed, { ...options, maxAge: SESSION_SECONDS });
}

/** Pages only: no API, no data route, no webhook, none of Next's own files. */
export const config = { matcher: ['/((?!api/|data/|webhooks/|_next/).*)'] };
