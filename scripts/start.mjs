// `npm start`: installs and builds what is missing or old, then serves in this very process.
// At its top it uses nothing but Node itself, because on a fresh clone there is nothing else yet.
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSocketServer } from 'node:net';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled, root } from './install.mjs';

/** How long requests under way may take to end once the process is asked to stop. */
const GRACE_MS = 10_000;

/** Where server/boot.ts leaves what this script needs: the lines to print, and the way to shut down. */
const running = () => globalThis[Symbol.for('kyc-onboarding.running')];

const dev = process.argv.includes('--dev');

try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await running()?.shutDown();
  process.exit(1);
}

async function start() {
  ensureInstalled();
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  process.env.NODE_ENV = dev ? 'development' : 'production';
  if (!dev) ensureBuilt();

  const envFile = join(root, '.env');
  if (existsSync(envFile)) process.loadEnvFile(envFile);
  const host = process.env.HOST || '127.0.0.1';
  const port = process.env.PORT === '0' ? await freePort(host) : Number(process.env.PORT || 3000);
  if (process.env.PORT === '0') process.env.PORT = String(port);
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  // next-auth reads this one itself and trusts no other host name. A port that is no number is server/env.ts's to refuse.
  // A host that means every address is no address for a browser: there server/env.ts asks for the variable.
  const everyAddress = ['0.0.0.0', '::'].includes(host);
  if (Number.isInteger(port) && !everyAddress) process.env.NEXTAUTH_URL ||= url;

  const { default: next } = await import('next');
  const server = createServer();
  // Named, because Next would listen for its development socket on the server of its first request, the private one below.
  const app = next({ dev, dir: root, hostname: host, port, httpServer: server });
  stopOnSignals(server);
  await app.prepare();
  const handler = app.getRequestHandler();
  await firstRequest(handler);
  server.on('request', handler);
  await listen(server, port, host);
  console.log([`\nKYC onboarding is at ${url}`, ...(running()?.lines ?? []), ''].join('\n'));
}

/**
 * Asks the product for its health over a private socket. Next runs instrumentation.ts, and so server/boot.ts, before it
 * answers its first request; this way that is done, or has ended the process, before anybody else can connect.
 */
async function firstRequest(handler) {
  const server = createServer(handler);
  await listen(server, 0, '127.0.0.1');
  await fetch(`http://127.0.0.1:${server.address().port}/api/health`);
  server.close();
  server.closeAllConnections();
}

/** A port that nobody uses, for `PORT=0`; known before the product starts, whose own address holds it. */
async function freePort(host) {
  const probe = createSocketServer();
  await listen(probe, 0, host);
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new Error(explain(error, port, host), { cause: error })));
    server.listen(port, host, resolve);
  });
}

function explain(error, port, host) {
  if (error.code === 'EADDRINUSE') return `Port ${port} on ${host} is in use: choose another with PORT=….`;
  if (error.code === 'EACCES')
    return `Port ${port} may not be used by this user: choose another with PORT=….`;
  if (error.code === 'EADDRNOTAVAIL') return `HOST=${host} is no address of this machine.`;
  return `The server cannot listen on ${host}:${port}: ${error.message}`;
}

/** Ends the process on SIGTERM or SIGINT: no new requests, those under way finished, the database closed, exit code 0. */
function stopOnSignals(server) {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeIdleConnections();
    });
    clearTimeout(cut);
    await running()?.shutDown();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
