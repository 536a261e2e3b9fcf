import 'server-only';

/** The request header in which `proxy.ts` tells a page its own path and query. */
export const PATH_HEADER = 'x-kyc-path';
