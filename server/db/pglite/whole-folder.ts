import fs from 'node:fs';
import path from 'node:path';

/**
 * Runs the start that fills a new folder, so that a crash in its middle leaves no half-made database: PGlite would
 * take one for a whole. A marker beside the folder says that its making has not been finished; the next start makes
 * it anew. The marker goes when every file is on the disk.
 */
export async function whole<T>(folder: string, start: () => Promise<T>): Promise<T> {
  const marker = `${folder}.unfinished`;
  const isNew = fs.existsSync(marker) || !fs.existsSync(folder);
  if (!isNew) return start();
  fs.writeFileSync(marker, '');
  fs.rmSync(folder, { recursive: true, force: true });
  const started = await start();
  syncTree(folder);
  fs.rmSync(marker);
  return started;
}

/** Writes a folder and all that is in it through to the disk. */
function syncTree(folder: string): void {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) syncTree(file);
    else if (entry.isFile()) syncPath(file);
  }
  // Windows cannot open a folder, and needs no sync of one.
  if (process.platform !== 'win32') syncPath(folder);
}

function syncPath(file: string): void {
  const descriptor = fs.openSync(file, 'r');
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}
