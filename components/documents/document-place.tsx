'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { Skeleton } from '@/components/ui/skeleton';
import { documentStatus } from '@/lib/kyc/document-status';
import { documentGroups } from './document-groups';
import type { DocumentRoom } from './document-room';
import { DocumentStatusBadge } from './document-status-badge';
import { ReviewDocument } from './review-document';

/** Comes when a document is opened. */
const DocumentViewer = dynamic(async () => (await import('./preview/document-viewer')).DocumentViewer, {
  ssr: false,
  loading: () => <Skeleton className="h-full w-full" />,
});

interface DocumentPlaceProps {
  room: DocumentRoom;
  /** The document that is open. */
  documentId: string;
  onClose: () => void;
}

/** Where answers and a document have room side by side; as the profile's columns. */
const WIDE = '(min-width: 80rem)';

/** The open document: beside the answers where there is room, in front of them where there is not. */
export function DocumentPlace({ room, documentId, onClose }: DocumentPlaceProps) {
  const wide = useMedia(WIDE);
  const order = documentGroups(room.profile.documents).flatMap(({ current, earlier }) => [
    current,
    ...earlier,
  ]);
  const at = order.findIndex(({ id }) => id === documentId);
  const document = order[at];
  if (document === undefined) return null;
  const status = documentStatus(document, room.profile.requests);
  const isCurrent = documentGroups(room.profile.documents).some(({ current }) => current === document);

  function close() {
    onClose();
    // The button that opened it is there again; focus goes back to it.
    requestAnimationFrame(() =>
      window.document
        .querySelector<HTMLElement>(`[data-document-opener="${CSS.escape(documentId)}"]`)
        ?.focus(),
    );
  }

  const viewer = (
    <DocumentViewer
      key={document.id}
      submissionId={room.submissionId}
      document={document}
      position={{ at: at + 1, of: order.length }}
      onDocument={(towards) => {
        const next = order[at + towards];
        if (next) room.onOpen(next.id);
      }}
      onClose={close}
    >
      {isCurrent && (
        <div className="flex flex-wrap items-center gap-3">
          <DocumentStatusBadge status={status} />
          <span className="ms-auto flex flex-wrap gap-2">
            <ReviewDocument document={document} room={room} status={status} />
          </span>
        </div>
      )}
    </DocumentViewer>
  );
  return wide ? (
    <div className="sticky top-[calc(var(--stick)+9.5rem)] h-[calc(100dvh-var(--stick)-14.5rem)] min-h-96 overflow-hidden rounded-lg border border-line-strong bg-surface">
      {viewer}
    </div>
  ) : (
    <InFront onClose={close}>{viewer}</InFront>
  );
}

/** The whole window: everything else is inert until it is closed. */
function InFront({ children, onClose }: { children: React.ReactNode; onClose: () => void }) {
  const t = useTranslations('documents.viewer');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-label={t('tools')}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      className="m-0 h-dvh max-h-none w-dvw max-w-none border-0 bg-surface p-0 text-ink"
    >
      {children}
    </dialog>
  );
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
    () => true,
  );
}
