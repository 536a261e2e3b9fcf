import type { DocumentType, UserType } from '@/lib/kyc/contract/lists';
import { answerWords, wordFor } from '@/lib/kyc/profile-view/words';
import type { KnownFact } from '@/lib/risk/facts';
import { listed } from '@/lib/risk/words';
import type { RiskInput } from './input';

/** What has to be at hand: of each group one document. */
const WANTED: Readonly<Record<UserType, ReadonlyArray<{ name: string; anyOf: readonly DocumentType[] }>>> = {
  IndividualCustomer: [
    { name: 'identity document', anyOf: ['Passport', 'IdCardFront'] },
    { name: 'proof of address', anyOf: ['ProofofAddress'] },
  ],
  LegalCustomer: [
    { name: 'company licence', anyOf: ['CompanyLicense'] },
    { name: 'constitutional document', anyOf: ['ConstitutionalDocument'] },
    { name: 'evidence of ownership', anyOf: ['EvidenceOfOwnerShip'] },
  ],
};

/** How many documents are missing, and how many of those at hand have expired; a newer one that is valid takes an expired one's place. */
export function documentFacts({
  userType,
  documents,
  today,
}: Pick<RiskInput, 'userType' | 'documents' | 'today'>): Record<
  'documentsMissing' | 'documentsExpired',
  KnownFact
> {
  const wanted = WANTED[userType];
  const types = new Set(documents.map(({ documentTypeId }) => documentTypeId));
  const missing = wanted.filter(({ anyOf }) => !anyOf.some((type) => types.has(type)));
  const expired = [...types].filter((type) =>
    documents
      .filter(({ documentTypeId }) => documentTypeId === type)
      .every(({ expiryDate }) => expiryDate !== null && expiryDate < today),
  );
  return {
    documentsMissing: {
      value: missing.length,
      missing: [],
      sources: [],
      text:
        missing.length === 0
          ? `${wanted.length} of ${wanted.length} at hand`
          : `${wanted.length - missing.length} of ${wanted.length} at hand, without ${listed(missing.map(({ name }) => name))}`,
    },
    documentsExpired: {
      value: expired.length,
      missing: [],
      sources: [],
      text: expired.length === 0 ? 'none expired' : `expired: ${listed(expired.sort().map(nameOf))}`,
    },
  };
}

function nameOf(type: DocumentType): string {
  return wordFor(answerWords('en').documentTypes, type);
}
