'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { DocumentExpiry } from '@/components/kyc/document-expiry';
import { SourceName } from '@/components/kyc/source-name';
import { Code } from '@/components/ui/bidi';
import { CopyButton } from '@/components/ui/copy-button';
import { DateTime } from '@/components/ui/date-time';
import { formatSize } from '@/lib/format/numbers';
import type { DocumentLine } from '@/lib/kyc/profile-page';
import { DocumentReaders } from './document-readers';

interface DocumentFactsProps {
  submissionId: string;
  document: DocumentLine;
  today: string;
}

/** How large a document is, since when it is there, by whom, and until when it is good. */
export function DocumentFacts({ document, today }: Omit<DocumentFactsProps, 'submissionId'>) {
  const t = useTranslations('documents');
  const locale = useLocale();
  const { sizeInBytes, pageCount, uploadedAt, uploadedBy, expiryDate } = document;
  const measures = [
    pageCount !== null && pageCount > 1 && t('pages', { count: pageCount }),
    sizeInBytes !== null && formatSize(sizeInBytes, locale),
  ].filter((part): part is string => Boolean(part));
  return (
    <div className="mt-1 space-y-0.5 text-sm text-ink-soft">
      <p className="flex flex-wrap gap-x-2">
        {measures.length > 0 && <span>{measures.join(' · ')}</span>}
        {uploadedAt && (
          <span>
            {t.rich('uploaded', { at: () => <DateTime value={uploadedAt} show="date" /> })}
            {uploadedBy && (
              <>
                {' '}
                <SourceName source={uploadedBy} />
              </>
            )}
          </span>
        )}
      </p>
      {expiryDate && (
        <p className="text-ink">
          <DocumentExpiry expiryDate={expiryDate} today={today} />
        </p>
      )}
    </div>
  );
}

/** What is asked for now and then: the description, the hash, the measures, who looked at it. */
export function DocumentDetails({ submissionId, document }: Omit<DocumentFactsProps, 'today'>) {
  const t = useTranslations('documents');
  const common = useTranslations('common');
  const [open, setOpen] = useState(false);
  const { description, sha256, width, height, contentType, review } = document;
  return (
    <details className="group mt-1.5 text-sm" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="w-fit cursor-pointer text-ink-soft hover:text-ink">{t('details')}</summary>
      <dl className="mt-1.5 space-y-2 border-s-2 border-line ps-3">
        {description && (
          <Detail term={t('description')}>
            <bdi className="break-words">{description}</bdi>
          </Detail>
        )}
        {review && (
          <Detail term={t(`review.${review.decision}`)}>
            {review.by && <bdi>{review.by}, </bdi>}
            <DateTime value={review.at} />
          </Detail>
        )}
        <Detail term={t('file')}>
          {contentType ?? t('unknown')}
          {width !== null && height !== null && `, ${t('dimensions', { width, height })}`}
        </Detail>
        {sha256 && (
          <Detail term={t('hash')}>
            <span className="flex items-start gap-1">
              <span className="min-w-0 break-all">
                <Code>{sha256}</Code>
              </span>
              <CopyButton text={sha256} label={t('copyHash')} copied={common('copied')} />
            </span>
          </Detail>
        )}
        <Detail term={t('readers.title')}>
          {open && <DocumentReaders submissionId={submissionId} documentId={document.id} />}
        </Detail>
      </dl>
    </details>
  );
}

function Detail({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-ink-soft">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
