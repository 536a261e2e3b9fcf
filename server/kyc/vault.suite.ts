import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { KeyRing } from '../documents/keys';
import { localStore } from '../documents/local-store';
import { type DocumentVault, vaultOver } from '../documents/vault';

/** A real vault in a folder of its own, for the tests of one body. */
export type VaultKit = {
  vault(): DocumentVault;
  /** All files that lie in the store, and their bytes in all. */
  stored(): { files: number; bytes: number };
};

/** Makes a vault before the body's tests and removes it after them. */
export function vaultKit(): VaultKit {
  let folder = '';
  let vault: DocumentVault | undefined;
  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kyc-vault-'));
    const key = { id: 'suite', key: randomBytes(32) };
    const keys: KeyRing = { current: () => key, find: (id) => (id === key.id ? key : undefined) };
    vault = vaultOver({ store: localStore(folder), keys });
  });
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
  return {
    vault() {
      if (!vault) throw new Error('The vault is there in hooks and tests only');
      return vault;
    },
    stored() {
      const files = fs
        .readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => fs.statSync(path.join(entry.parentPath, entry.name)).size);
      return { files: files.length, bytes: files.reduce((sum, size) => sum + size, 0) };
    },
  };
}
