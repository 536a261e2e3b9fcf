import { DOCUMENT_TYPES } from '@/lib/kyc/contract/lists';
import { byAge, currentDocuments } from '@/lib/kyc/documents';
import type { DocumentLine } from '@/lib/kyc/profile-page';

/** A type's documents: the one that counts, and what it replaced. */
export type DocumentGroup = { current: DocumentLine; earlier: DocumentLine[] };

/** The documents by type, in the contract's order of types: the current version of each, the newest of the others first. */
export function documentGroups(documents: readonly DocumentLine[]): DocumentGroup[] {
  const order = (type: string) => {
    const at = (DOCUMENT_TYPES as readonly string[]).indexOf(type);
    return at === -1 ? DOCUMENT_TYPES.length : at;
  };
  return currentDocuments(documents, ({ type }) => type)
    .toSorted((a, b) => order(a.type) - order(b.type))
    .map((current) => ({
      current,
      earlier: documents.filter((one) => one.type === current.type && one !== current).toSorted(byAge),
    }));
}
