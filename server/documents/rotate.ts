// The program of `npm run rotate-document-keys`; scripts/rotate-document-keys.mjs starts it.
import { openDatabase } from '../db/client';
import { FolderInUseError } from '../db/pglite/folder-lock';
import { EnvError, env } from '../env';
import { installationKeys } from './key-file';
import { RotationError, rotateDocumentKeys } from './rotation';

async function run(): Promise<void> {
  const { databaseUrl, dataDir, documentKeys } = env();
  const open = await openDatabase(databaseUrl === undefined ? { dataDir } : { url: databaseUrl });
  try {
    const { currentKey, documents, removable } = await rotateDocumentKeys({
      open,
      keys: installationKeys({ dataDir, documentKeys }),
      at: new Date(),
      onProgress: (done) => process.stdout.write(`${done} documents …\n`),
    });
    process.stdout.write(`All documents are wrapped by the key ${currentKey}; ${documents} were changed.\n`);
    if (removable.length > 0) {
      process.stdout.write(
        `Once every instance runs with it, remove from DOCUMENT_KEYS: ${removable.join(', ')}\n`,
      );
    }
  } finally {
    await open.close();
  }
}

try {
  await run();
} catch (error) {
  if (!(error instanceof Error)) throw error;
  if (![EnvError, FolderInUseError, RotationError].some((kind) => error instanceof kind)) throw error;
  process.stderr.write(`The keys were not rotated. ${error.message}\n`);
  process.exitCode = 1;
}
