import { useTranslations } from 'next-intl';
import { DOCUMENT_TYPES, known } from '@/lib/kyc/contract/lists';

/** A type of document in words; one that is not on the contract's list as it was sent. */
export function useDocumentType(type: string): string {
  const kyc = useTranslations('kyc');
  const listed = known(DOCUMENT_TYPES, type);
  return listed ? kyc(`documentType.${listed}`) : type;
}
