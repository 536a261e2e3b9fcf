import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { inject } from 'vitest';
import { tempFolder } from './temp-folder';

/** A data folder of the test's own that holds an empty, migrated embedded database; made sooner than a new one. */
export function freshDataDir(): string {
  const dataDir = tempFolder();
  const folder = path.join(dataDir, 'db');
  fs.mkdirSync(folder, { mode: 0o700 });
  execFileSync('tar', ['-xf', inject('testDatabases').pgliteDump, '-C', folder], { stdio: 'pipe' });
  return dataDir;
}
