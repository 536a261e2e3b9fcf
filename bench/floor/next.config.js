import { join } from 'node:path';

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  agentRules: false,
  typescript: { ignoreBuildErrors: true },
  // The floor opens the database with the product's own code.
  turbopack: { root: join(import.meta.dirname, '../..') },
  serverExternalPackages: ['@electric-sql/pglite', 'pg', 'pino'],
};

export default config;
