import { type NextRequest, NextResponse } from 'next/server';
import { paths } from '@/lib/paths';
import { contentSecurityPolicy, newNonce } from '@/server/auth/content-security';
import { PATH_HEADER } from '@/server/auth/path-header';
import { portalCookie, renewedPortalSession } from '@/server/auth/portal/session-token';
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
  await renewPortalSession(request, response);
  return response;
}

async function renewSession(request: NextRequest, response: NextResponse): Promise<void> {
  const { name, options } = sessionCookie();
  const renewed = await renewedSession(request.cookies.get(name)?.value, new Date());
  if (renewed) response.cookies.set(name, renewed, { ...options, maxAge: SESSION_SECONDS });
}

/** The portal's own: by its own pages, and not by those at whose end another session begins. */
async function renewPortalSession(request: NextRequest, response: NextResponse): Promise<void> {
  const { pathname } = request.nextUrl;
  const isInside = pathname === paths.portal || pathname.startsWith(`${paths.portal}/`);
  if (!isInside || pathname.startsWith(paths.portalSignIn)) return;
  const { name, options } = portalCookie();
  const renewed = await renewedPortalSession(request.cookies.get(name)?.value, new Date());
  if (renewed) response.cookies.set(name, renewed, options);
}

/** Pages only: no API, no data route, no webhook, none of Next's own files. */
export const config = { matcher: ['/((?!api/|data/|webhooks/|_next/).*)'] };
