import { useTranslations } from 'next-intl';
import { ToneBadge } from '@/components/ui/badge';
import { DOCUMENT_STATUS_TONE, type DocumentStatus } from '@/lib/kyc/document-status';

/** How a document stands with compliance, in word, shape and tone. */
export function DocumentStatusBadge({ status }: { status: DocumentStatus }) {
  const t = useTranslations('documents.status');
  return <ToneBadge tone={DOCUMENT_STATUS_TONE[status]}>{t(status)}</ToneBadge>;
}
