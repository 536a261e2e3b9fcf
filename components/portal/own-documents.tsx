'use client';

import { useQuery } from '@tanstack/react-query';
import { FileText } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { LoadFailed } from '@/components/ui/load-failed';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { DOCUMENT_TYPES, type DocumentType, known } from '@/lib/kyc/contract/lists';
import type { Editable } from '@/lib/kyc/editing';
import type { DocumentLine } from '@/lib/kyc/profile-page';
import { paths } from '@/lib/paths';
import { ownDocumentsQuery } from '@/lib/query/portal';
import { AddDocument } from './add-document';
import { OwnDocument } from './own-document';

interface OwnDocumentsProps {
  /** As of the page; read anew after each change. */
  documents: DocumentLine[];
  editable: Editable;
  /** The reader's day. */
  today: string;
}

/** The customer's own documents: what is there, and the place for more while any are taken. */
export function OwnDocuments({ documents: initial, editable, today }: OwnDocumentsProps) {
  const t = useTranslations('portal.documents');
  const {
    data: documents = initial,
    error,
    refetch,
  } = useQuery({
    ...ownDocumentsQuery(),
    initialData: { documents: initial },
  });
  const types = typesTaken(editable);
  return (
    <div className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="lg:order-2">
        {types.length > 0 ? (
          <AddDocument types={types} isAsked={editable.kind === 'asked'} onStored={() => void refetch()} />
        ) : (
          <Notice tone="neutral" title={t('closed')}>
            {t('closedText')}
          </Notice>
        )}
      </div>
      <div className="min-w-0 space-y-4">
        {error && (
          <LoadFailed
            title={t('failed')}
            error={error}
            onRetry={() => void refetch()}
            signInHref={paths.portalSignIn}
          />
        )}
        {documents.length === 0 ? (
          <EmptyState title={t('empty')} icon={<FileText />}>
            {t('emptyText')}
          </EmptyState>
        ) : (
          <Panel id="own-documents" title={t('list')} meta={documents.length} flush>
            <ul className="divide-y divide-line">
              {documents.map((document) => (
                <OwnDocument
                  key={document.id}
                  document={document}
                  today={today}
                  mayDelete={isTaken(types, document.type)}
                  onDeleted={() => void refetch()}
                />
              ))}
            </ul>
          </Panel>
        )}
      </div>
    </div>
  );
}

/** The types of document that may be added or deleted now. */
function typesTaken(editable: Editable): readonly DocumentType[] {
  if (editable.kind === 'all') return DOCUMENT_TYPES;
  if (editable.kind === 'nothing') return [];
  return [...new Set(editable.documentTypeIds.flatMap((type) => known(DOCUMENT_TYPES, type) ?? []))];
}

function isTaken(types: readonly DocumentType[], type: string): boolean {
  return types.some((one) => one === type);
}
