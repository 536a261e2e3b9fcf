'use client';

import { Check, Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import type { DocumentStatus } from '@/lib/kyc/document-status';
import type { DocumentLine } from '@/lib/kyc/profile-page';
import { askable } from '@/lib/kyc/requests';
import type { DocumentRoom } from './document-room';
import { useDocumentType } from './use-document-type';

interface ReviewDocumentProps {
  document: DocumentLine;
  room: DocumentRoom;
  status: DocumentStatus;
}

/** Compliance's two answers to a document: it will do, or it is asked for again. */
export function ReviewDocument({ document, room, status }: ReviewDocumentProps) {
  const t = useTranslations('documents');
  const errors = useTranslations('documents.failed');
  const type = useDocumentType(document.type);
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const { rights, profile, submissionId, accept, onAsk, onChanged } = room;
  useFocusKept(document.id, status);
  if (!rights.review || profile.stale || askable(profile.kycState) === 'nothing') return null;

  async function take() {
    setBusy(true);
    setFault(undefined);
    try {
      const result = await accept({ submissionId, documentId: document.id });
      if (!result.ok) return setFault(result.messages.join(' '));
      toast({ title: t('acceptedToast', { type }) });
      onChanged();
    } catch {
      setFault(errors('unreachable'));
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      {status !== 'accepted' && (
        <Button
          size="sm"
          icon={<Check />}
          aria-label={t('acceptOf', { type })}
          pending={busy ? t('accepting') : undefined}
          onClick={() => void take()}
        >
          {t('accept')}
        </Button>
      )}
      {status !== 'askedAgain' && (
        <Button
          size="sm"
          variant="ghost"
          icon={<Undo2 className="mirror" />}
          aria-label={t('askOf', { type })}
          onClick={() => onAsk(document)}
        >
          {t('ask')}
        </Button>
      )}
      {fault && (
        <p role="alert" className="basis-full text-sm text-critical-fg">
          {fault}
        </p>
      )}
    </>
  );
}

/** The button that was pressed goes with the new status; the focus stays with the document, so that its keys go on working. */
function useFocusKept(documentId: string, status: DocumentStatus): void {
  const last = useRef(status);
  useEffect(() => {
    if (last.current === status) return;
    last.current = status;
    if (document.activeElement !== document.body) return;
    const opener = `[data-document-opener="${CSS.escape(documentId)}"]`;
    const next = document.getElementById('viewer-title') ?? document.querySelector<HTMLElement>(opener);
    next?.focus({ preventScroll: true });
  }, [documentId, status]);
}
