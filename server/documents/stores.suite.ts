import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import S3rver from '@20minutes/s3rver';
import { afterAll, beforeAll, describe } from 'vitest';
import { localStore } from './local-store';
import { s3Store } from './s3-store';
import type { DocumentStore } from './store';

/** What a test body gets; usable in hooks and tests. `folder` is where the store's bytes lie on disk in the end. */
export type StoreKit = { kind: 'folder' | 's3'; store(): DocumentStore; folder(): string };

/** Runs the body's tests over a folder, and over HTTP on a server of the S3 protocol. */
export function describeOnEachStore(guarantee: string, body: (kit: StoreKit) => void): void {
  describe.each(['folder', 's3'] as const)(`${guarantee} (%s)`, (kind) => {
    const home = fs.mkdtempSync(path.join(os.tmpdir(), 'kyc-store-'));
    const folder = path.join(home, 'documents');
    let store: DocumentStore | undefined;
    let server: S3rver | undefined;
    beforeAll(async () => {
      if (kind === 'folder') store = localStore(folder);
      else {
        const bucket = 'documents';
        server = new S3rver({
          address: '127.0.0.1',
          port: 0,
          directory: folder,
          silent: true,
          // For a listing it computes another signature than the SDK does.
          allowMismatchedSignatures: true,
          configureBuckets: [{ name: bucket }],
        });
        const { port } = await server.run();
        store = s3Store({
          bucket,
          region: 'us-east-1',
          endpoint: `http://127.0.0.1:${port}`,
          prefix: 'kyc/files',
          credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
        });
      }
    });
    afterAll(async () => {
      await server?.close();
      fs.rmSync(home, { recursive: true, force: true });
    });
    body({
      kind,
      folder: () => folder,
      store: () => {
        if (!store) throw new Error('The store is open in hooks and tests only');
        return store;
      },
    });
  });
}

/** All files below a folder. */
export function filesBelow(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name));
}

/** A stream of given pieces. */
export async function* streaming(...pieces: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

/** All that a stream yields. */
export async function collected(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks);
}
