'use client';

import { FileText } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Badge, ToneBadge } from '@/components/ui/badge';
import { Code } from '@/components/ui/bidi';
import { CopyButton } from '@/components/ui/copy-button';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import { formatCalendarDay } from '@/lib/format/dates';
import { formatSize } from '@/lib/format/numbers';
import { DOCUMENT_TYPES, known } from '@/lib/kyc/contract/lists';
import type { DocumentLine } from '@/lib/kyc/profile-page';

interface DocumentListProps {
  documents: readonly DocumentLine[];
  /** The reader's day, by which a document has expired or not. */
  today: string;
}

/** The documents on record, each with what proves it. */
export function DocumentList({ documents, today }: DocumentListProps) {
  const t = useTranslations('profile.documentPanel');
  const title = useTranslations('profile')('documents');
  return (
    <Panel id="documents" title={title} meta={documents.length > 0 && documents.length} flush>
      {documents.length === 0 ? (
        <div className="flex flex-col items-start gap-1 p-4">
          <FileText className="size-5 stroke-[1.5] text-ink-faint" aria-hidden="true" />
          <p className="font-medium">{t('empty')}</p>
          <p className="text-ink-soft">{t('emptyBody')}</p>
        </div>
      ) : (
        <ul className="divide-y divide-line">
          {documents.map((document) => (
            <DocumentEntry key={document.id} document={document} today={today} />
          ))}
        </ul>
      )}
      <p className="border-t border-line px-4 py-2 text-sm text-ink-soft">{t('today')}</p>
    </Panel>
  );
}

function DocumentEntry({ document, today }: { document: DocumentLine; today: string }) {
  const t = useTranslations('profile.documentPanel');
  const kyc = useTranslations('kyc');
  const common = useTranslations('common');
  const locale = useLocale();
  const type = known(DOCUMENT_TYPES, document.type);
  const { expiryDate, sha256, sizeInBytes, uploadedAt, version } = document;
  return (
    <li className="px-4 py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <span className="font-medium">{type ? kyc(`documentType.${type}`) : document.type}</span>
        {version !== null && version > 1 && <Badge>{t('version', { version })}</Badge>}
      </div>
      <bdi className="block text-sm break-words text-ink-soft">{document.fileName}</bdi>
      <dl className="mt-1 flex flex-wrap gap-x-4 gap-y-0.5 text-sm text-ink-soft">
        {sizeInBytes !== null && (
          <div>
            <dt className="sr-only">{t('size')}</dt>
            <dd>{formatSize(sizeInBytes, locale)}</dd>
          </div>
        )}
        {uploadedAt && (
          <div className="flex gap-1">
            <dt>{t('uploaded')}</dt>
            <dd>
              <DateTime value={uploadedAt} show="date" />
            </dd>
          </div>
        )}
        {expiryDate && (
          <div className="flex gap-1">
            <dt>
              {expiryDate < today ? <ToneBadge tone="critical">{t('expired')}</ToneBadge> : t('expires')}
            </dt>
            <dd>{formatCalendarDay(expiryDate, locale)}</dd>
          </div>
        )}
      </dl>
      {sha256 && (
        <div className="mt-1 flex items-center gap-1 text-xs text-ink-soft">
          <span>{t('hash')}</span>
          <span title={sha256}>
            <Code>{`${sha256.slice(0, 12)}…`}</Code>
          </span>
          <CopyButton text={sha256} label={t('copyHash')} copied={common('copied')} />
        </div>
      )}
    </li>
  );
}
