// `npm run rotate-document-keys`: a new key-encryption key for all documents. With the embedded database, stop the product first.
// At its top it uses nothing but Node itself, because on a fresh clone there is nothing else yet.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, root } from './install.mjs';

ensureInstalled();
const envFile = join(root, '.env');
if (existsSync(envFile)) process.loadEnvFile(envFile);
const program = ['--conditions=react-server', '--import=tsx', 'server/documents/rotate.ts'];
const { status } = spawnSync(process.execPath, program, { cwd: root, stdio: 'inherit' });
process.exitCode = status ?? 1;
