/**
 * The path to return to after signing in, if it is one of ours: an absolute path with its query. Anything that a browser
 * could read as another host (`//host`, `/\host`, a scheme) gives undefined.
 */
export function safeCallbackPath(value: string | null | undefined): string | undefined {
  if (!value || value.length > 2000 || !value.startsWith('/')) return undefined;
  // Browsers strip tabs and line breaks from URLs and take a backslash for a slash.
  if (/[\\\p{Cc}]/u.test(value)) return undefined;
  const base = 'http://ours.invalid';
  const url = URL.canParse(value, base) ? new URL(value, base) : undefined;
  // Resolving the dots of `/..//host` leaves a path that names a host.
  if (url?.origin !== base || url.pathname.startsWith('//')) return undefined;
  return `${url.pathname}${url.search}`;
}
