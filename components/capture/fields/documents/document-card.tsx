'use client';

import { FileImage, FileText } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ToneMark } from '@/components/ui/tone-mark';
import { formatCalendarDay } from '@/lib/format/dates';
import { formatSize } from '@/lib/format/numbers';
import type { UploadTarget } from '../types';
import type { StoredFile } from './stored-file';

interface DocumentCardProps {
  file: StoredFile;
  upload: UploadTarget;
  today: string;
  /** What may be done with it. */
  actions?: ReactNode;
}

/** A file that is on the server: what it is, and a way to see it. */
export function DocumentCard({ file, upload, today, actions }: DocumentCardProps) {
  const t = useTranslations('captureFields.document');
  const locale = useLocale();
  const Icon = file.contentType?.startsWith('image/') ? FileImage : FileText;
  const expired = file.expiryDate !== null && file.expiryDate < today;
  const facts = [
    file.sizeInBytes !== null && formatSize(file.sizeInBytes, locale),
    file.pageCount !== null && t('pages', { count: file.pageCount }),
  ].filter((fact) => fact !== false);
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-1 rounded-md border border-line bg-raised py-2 ps-3.5 pe-2">
      <Icon className="mt-1.5 size-5 shrink-0 text-ink-soft" strokeWidth={1.5} aria-hidden="true" />
      <div className="min-w-0 grow basis-40 py-1">
        <p>
          <a
            href={upload.previewUrl(file.id)}
            target="_blank"
            rel="noreferrer"
            className="text-accent underline decoration-line-strong decoration-1 underline-offset-3 hover:decoration-current"
          >
            <bdi className="[overflow-wrap:anywhere]">{file.fileName}</bdi>
            <span className="sr-only"> {t('opensBeside')}</span>
          </a>
        </p>
        <p className="flex flex-wrap items-baseline gap-x-1.5 text-sm text-ink-soft">
          <span className="inline-flex items-baseline gap-1.5">
            <ToneMark tone="positive" />
            {t('stored')}
          </span>
          {facts.map((fact) => (
            <span key={fact}>· {fact}</span>
          ))}
        </p>
        {file.expiryDate && (
          <p className={`text-sm ${expired ? 'font-medium text-critical-fg' : 'text-ink-soft'}`}>
            {t(expired ? 'expired' : 'expires', { date: formatCalendarDay(file.expiryDate, locale) })}
          </p>
        )}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-1">{actions}</div>}
    </div>
  );
}
