import { readdirSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { holdHttpParts } from './compose';
import type { HttpParts } from './parts';

type Handler = (request: Request) => Promise<Response>;
type RouteModule = Partial<Record<string, Handler>>;

/** The route files below `app/api`, as URL paths: `/api/ExtForm/forms/[formId]/fields`. next-auth's own is left out. */
export function routePaths(): string[] {
  const root = path.join(process.cwd(), 'app');
  return readdirSync(path.join(root, 'api'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name === 'route.ts')
    .map((entry) => `/${path.relative(root, entry.parentPath).split(path.sep).join('/')}`)
    .filter((route) => !route.startsWith('/api/auth/'));
}

/** A real HTTP server before the route files of `app/api`, which is what Next does with them. */
export type Face = { origin: string; close(): Promise<void> };

/** Serves the face of these parts on a free port of the loopback address. One face at a time in a process. */
export async function serveFace(parts: HttpParts): Promise<Face> {
  const takeBack = holdHttpParts(parts);
  const routes = await Promise.all(
    routePaths().map(async (route) => {
      const handlers: RouteModule = await import(path.join(process.cwd(), 'app', route, 'route.ts'));
      return { pattern: patternOf(route), fixed: route.includes('[...') ? 0 : 1, handlers };
    }),
  );
  routes.sort((a, b) => b.fixed - a.fixed);
  const server = createServer((incoming, outgoing) => {
    const pathname = (incoming.url ?? '/').split('?')[0] ?? '/';
    const handler = routes.find(({ pattern }) => pattern.test(pathname))?.handlers[incoming.method ?? 'GET'];
    void answer(handler, incoming, outgoing).catch(() => outgoing.destroy());
  });
  // A test that computes for seconds holds client and server up alike, and the client would send on a line that is just being closed.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    async close() {
      takeBack();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function patternOf(route: string): RegExp {
  const parts = route.split('/').map((part) => {
    if (part.startsWith('[...')) return '.+';
    return part.startsWith('[') ? '[^/]+' : part.replace(/[.*+?^${}()|\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('/')}$`);
}

async function answer(
  handler: Handler | undefined,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const response = handler ? await handler(toRequest(incoming)) : new Response(null, { status: 405 });
  // What is left of a body that nobody read would otherwise be taken for the connection's next request.
  if (!incoming.complete) outgoing.setHeader('connection', 'close');
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body === null) outgoing.end();
  else await pipeline(Readable.fromWeb(response.body as NodeReadableStream<Uint8Array>), outgoing);
}

function toRequest(incoming: IncomingMessage): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const one of [value ?? []].flat()) headers.append(name, one);
  }
  if (!headers.has('x-forwarded-for')) headers.set('x-forwarded-for', incoming.socket.remoteAddress ?? '');
  const method = incoming.method ?? 'GET';
  const body = method === 'GET' || method === 'HEAD' ? null : (Readable.toWeb(incoming) as ReadableStream);
  return new Request(`http://${incoming.headers.host}${incoming.url}`, {
    method,
    headers,
    ...(body ? { body, duplex: 'half' } : {}),
  });
}
