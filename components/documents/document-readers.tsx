'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Bidi } from '@/components/ui/bidi';
import { Button } from '@/components/ui/button';
import { DateTime } from '@/components/ui/date-time';
import { Skeleton } from '@/components/ui/skeleton';
import type { DocumentReader } from '@/lib/kyc/document-readers';
import { documentReadersQuery } from '@/lib/query/documents';

interface DocumentReadersProps {
  submissionId: string;
  documentId: string;
}

/** Who looked at a document and who took it, by the audit trail. */
export function DocumentReaders({ submissionId, documentId }: DocumentReadersProps) {
  const t = useTranslations('documents.readers');
  const { data, error, refetch } = useQuery(documentReadersQuery(submissionId, documentId));
  if (error) {
    return (
      <p className="flex flex-wrap items-center gap-2">
        {t('failed')}
        <Button size="sm" onClick={() => void refetch()}>
          {t('retry')}
        </Button>
      </p>
    );
  }
  if (!data) return <Skeleton className="h-4 w-40" />;
  if (data.length === 0) return <p className="text-ink-soft">{t('nobody')}</p>;
  return (
    <ul className="space-y-0.5">
      {data.map((reader, at) => (
        <li key={at} className="flex flex-wrap gap-x-1.5">
          <ReaderName reader={reader} />
          <span className="text-ink-soft">
            {t.rich(reader.how, { count: reader.count, at: () => <DateTime value={reader.lastAt} /> })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function ReaderName({ reader: { kind, name } }: { reader: DocumentReader }) {
  const t = useTranslations('documents.readers');
  if (kind === 'customer') return <span>{t('customer')}</span>;
  return name ? <Bidi>{name}</Bidi> : <span>{t('unnamed')}</span>;
}
