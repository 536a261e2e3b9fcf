'use client';

import { Download, Eye, Trash2 } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Badge, ToneBadge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { DownloadButton } from '@/components/ui/link-button';
import { formatCalendarDay } from '@/lib/format/dates';
import { formatSize } from '@/lib/format/numbers';
import { DOCUMENT_TYPES, known } from '@/lib/kyc/contract/lists';
import { expiryOf } from '@/lib/kyc/documents';
import type { DocumentLine } from '@/lib/kyc/profile-page';
import { paths } from '@/lib/paths';
import { DeleteOwnDocument } from './delete-own-document';

interface OwnDocumentProps {
  document: DocumentLine;
  /** The reader's day. */
  today: string;
  mayDelete: boolean;
  onDeleted: () => void;
}

/** One of the customer's own documents, and what may be done with it. */
export function OwnDocument({ document, today, mayDelete, onDeleted }: OwnDocumentProps) {
  const t = useTranslations('portal.documents');
  const kyc = useTranslations('kyc.documentType');
  const { id, fileName, version, contentType } = document;
  const type = known(DOCUMENT_TYPES, document.type);
  const isPicture = contentType?.startsWith('image/') ?? false;
  return (
    <li className="px-4 py-3.5">
      <div className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
        <h3 className="font-semibold">{type ? kyc(type) : document.type}</h3>
        {version !== null && version > 1 && <Badge>{t('version', { version })}</Badge>}
        {document.review?.decision === 'accepted' && (
          <ToneBadge tone="positive" look="plain">
            {t('accepted')}
          </ToneBadge>
        )}
      </div>
      <bdi className="block [overflow-wrap:anywhere]">{fileName}</bdi>
      <DocumentWords document={document} today={today} />
      <div className="mt-2.5 flex flex-wrap gap-2">
        {isPicture && (
          <DownloadButton
            href={paths.data.portal.documentPreview(id)}
            target="_blank"
            rel="noopener"
            size="sm"
            icon={<Eye />}
            aria-label={t('openLabel', { file: fileName })}
          >
            {t('open')}
          </DownloadButton>
        )}
        <DownloadButton
          href={paths.data.portal.document(id)}
          size="sm"
          icon={<Download />}
          aria-label={t('downloadLabel', { file: fileName })}
        >
          {t('download')}
        </DownloadButton>
        {mayDelete && (
          <DeleteOwnDocument documentId={id} fileName={fileName} icon={<Trash2 />} onDeleted={onDeleted} />
        )}
      </div>
    </li>
  );
}

function DocumentWords({ document, today }: Pick<OwnDocumentProps, 'document' | 'today'>) {
  const t = useTranslations('portal.documents');
  const locale = useLocale();
  const { sizeInBytes, pageCount, uploadedAt, uploadedBy, expiryDate, contentType } = document;
  const by = uploadedBy?.kind === 'employee' ? uploadedBy.name : null;
  const date = () => (uploadedAt ? <DateTime value={uploadedAt} show="date" /> : null);
  const expiry = expiryDate === null ? undefined : expiryOf(expiryDate, today);
  const day = expiryDate === null ? '' : formatCalendarDay(expiryDate, locale);
  return (
    <div className="mt-0.5 flex flex-wrap gap-x-4 gap-y-0.5 text-sm text-ink-soft">
      {sizeInBytes !== null && <span>{formatSize(sizeInBytes, locale)}</span>}
      {pageCount !== null && contentType === 'application/pdf' && (
        <span>{t('pages', { count: pageCount })}</span>
      )}
      {uploadedAt && (
        <span>{by === null ? t.rich('uploaded', { date }) : t.rich('uploadedBy', { date, name: by })}</span>
      )}
      {expiry?.kind === 'expired' && <ToneBadge tone="critical">{t('expired', { day })}</ToneBadge>}
      {expiry?.kind === 'expiring' && <ToneBadge tone="caution">{t('validUntil', { day })}</ToneBadge>}
      {expiry?.kind === 'valid' && <span>{t('validUntil', { day })}</span>}
    </div>
  );
}
