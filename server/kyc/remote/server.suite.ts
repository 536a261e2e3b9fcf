import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UnsecuredJWT } from 'jose';

/** What a scripted server was asked. */
export type Asked = { method: string; path: string; headers: IncomingHttpHeaders; body: string };

/** What it answers: a status with a body, or nothing at all. */
export type Scripted =
  | { status?: number; headers?: Record<string, string>; body?: string | Uint8Array }
  | 'hang'
  | 'break off';

export type ScriptedServer = {
  origin: string;
  /** All requests but those for a token, in order. */
  asked: Asked[];
  /** The requests for a token. */
  tokensAsked: Asked[];
  close(): Promise<void>;
};

export const TOKEN_PATH = '/api/AppSessionManager/GetAppToken';

/** A success of the server, in the envelope. */
export function processed(result: unknown): Scripted {
  return {
    body: JSON.stringify({ version: null, statusCode: 200, messages: ['Processed successfully'], result }),
  };
}

/** A refusal of the server, in the envelope. */
export function refused(status: number, messages: string[], headers: Record<string, string> = {}): Scripted {
  return {
    status,
    headers,
    body: JSON.stringify({ version: null, statusCode: status, messages, result: null }),
  };
}

/** A token of the lifetime, in seconds from `now` (milliseconds). */
export function tokenFor(seconds: number, now: number, jti = 'token'): string {
  return new UnsecuredJWT({})
    .setJti(jti)
    .setExpirationTime(Math.floor(now / 1000) + seconds)
    .encode();
}

/** A real HTTP server that answers as the script says; `script` gets every request but those for a token. */
export async function serveScript(
  script: (asked: Asked, count: number) => Scripted,
  token: (asked: Asked, count: number) => Scripted = (_, count) =>
    processed({ token: tokenFor(3600, Date.now(), `token-${count}`) }),
): Promise<ScriptedServer> {
  const asked: Asked[] = [];
  const tokensAsked: Asked[] = [];
  const answerTo = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = '', url = '', headers } = request;
    const one = { method, path: url, headers, body: Buffer.concat(chunks).toString() };
    const list = url === TOKEN_PATH ? tokensAsked : asked;
    const answer = (url === TOKEN_PATH ? token : script)(one, list.push(one));
    if (answer === 'hang') return;
    if (answer === 'break off') {
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
        .write('{"result":');
      setTimeout(() => request.socket.destroy(), 20);
      return;
    }
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers });
    response.end(answer.body);
  };
  const server = createServer((request, response) => void answerTo(request, response));
  // As of the face's own server: a line that is just being closed is none to send on.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    tokensAsked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
