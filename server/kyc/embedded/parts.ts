import type { Database } from '../../db/client';
import { type DocumentVault, documentVault } from '../../documents/vault';

/** What the engine works with; tests fix the time and the ids. */
export type EngineParts = {
  db: Database;
  clock: () => Date;
  /** A new UUIDv7. */
  newId: () => string;
  /** Where documents' bytes are; the installation's own where it is not said. */
  vault?: DocumentVault;
};

/** The vault that the engine keeps documents in. */
export function vaultOf({ vault }: EngineParts): DocumentVault {
  return vault ?? documentVault();
}
