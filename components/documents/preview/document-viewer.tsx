'use client';

import { ArrowLeft, ArrowRight, Download, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { IconButton, iconButtonStyle } from '@/components/ui/icon-button';
import { LoadFailed } from '@/components/ui/load-failed';
import { Skeleton } from '@/components/ui/skeleton';
import { Tooltip } from '@/components/ui/tooltip';
import type { DocumentLine } from '@/lib/kyc/profile-page';
import { paths } from '@/lib/paths';
import { useDocumentType } from '../use-document-type';
import { PageCanvas } from './page-canvas';
import { usePageSource } from './use-page-source';
import { useViewer } from './use-viewer';
import { ViewerTools } from './viewer-tools';

export interface DocumentViewerProps {
  submissionId: string;
  document: DocumentLine;
  /** Where it stands among the documents, from 1. */
  position: { at: number; of: number };
  /** To the one before or after it; nothing happens at either end. */
  onDocument: (towards: 1 | -1) => void;
  onClose: () => void;
  /** What may be done with the document, below it. */
  children?: ReactNode;
}

/** A document to look at, page by page, by its buttons or by keys. It takes the focus when it opens. */
export function DocumentViewer(props: DocumentViewerProps) {
  const { submissionId, document, position, onDocument, onClose, children } = props;
  const t = useTranslations('documents.viewer');
  const type = useDocumentType(document.type);
  const heading = useRef<HTMLHeadingElement>(null);
  const { source, unreadable, error, retry } = usePageSource(submissionId, document);
  const [shownZoom, setShownZoom] = useState(1);
  const onZoom = useCallback((zoom: number) => setShownZoom(zoom), []);
  const pageCount = source?.pageCount ?? document.pageCount ?? 1;
  const { view, move, onKeyDown } = useViewer({ pageCount, shownZoom, onDocument, onClose });

  useEffect(() => heading.current?.focus({ preventScroll: true }), []);

  return (
    <section
      aria-labelledby="viewer-title"
      onKeyDown={onKeyDown}
      className="flex h-full min-h-0 flex-col overflow-hidden"
    >
      <header className="flex items-start gap-2 border-b border-line py-1.5 ps-4 pe-2">
        <div className="min-w-0 grow py-1">
          <h2 id="viewer-title" ref={heading} tabIndex={-1} className="truncate font-semibold outline-none">
            {document.version === null ? type : t('title', { type, version: document.version })}
          </h2>
          <p className="truncate text-sm text-ink-soft">
            <bdi>{document.fileName}</bdi>
          </p>
        </div>
        {position.of > 1 && (
          <span className="flex items-center text-sm">
            <IconButton
              side="below"
              label={t('previousDocument')}
              keys="Shift ←"
              icon={<ArrowLeft className="mirror" />}
              onClick={() => onDocument(-1)}
            />
            <span className="whitespace-nowrap tabular-nums">{t('position', position)}</span>
            <IconButton
              side="below"
              label={t('nextDocument')}
              keys="Shift →"
              icon={<ArrowRight className="mirror" />}
              onClick={() => onDocument(1)}
            />
          </span>
        )}
        <Tooltip side="below" label={t('download')}>
          <a
            href={paths.data.document(submissionId, document.id)}
            download
            aria-label={t('download')}
            className={iconButtonStyle}
          >
            <Download />
          </a>
        </Tooltip>
        <IconButton side="below" label={t('close')} keys="Esc" icon={<X />} onClick={onClose} />
      </header>
      <ViewerTools view={view} pageCount={pageCount} shownZoom={shownZoom} onMove={move} />
      {error ? (
        <div className="grow overflow-auto p-4">
          <LoadFailed title={t('failed')} error={error} onRetry={retry} />
        </div>
      ) : unreadable ? (
        <p className="grow p-6 text-center text-ink-soft">{t('unreadable')}</p>
      ) : source ? (
        <PageCanvas
          source={source}
          view={view}
          onZoom={onZoom}
          name={t('pageOf', { type, page: view.page, count: pageCount })}
        />
      ) : (
        <div className="grow overflow-hidden bg-sunken p-4" role="status" aria-label={t('loading')}>
          <Skeleton className="mx-auto aspect-[1/1.41] w-full max-w-xl" />
        </div>
      )}
      {children && <footer className="border-t border-line px-4 py-2.5">{children}</footer>}
    </section>
  );
}
