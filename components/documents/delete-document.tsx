'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Notice } from '@/components/ui/notice';
import { useToast } from '@/components/ui/toast';
import type { DocumentLine } from '@/lib/kyc/profile-page';
import { paths, withQuery } from '@/lib/paths';
import { DataError, sendDelete } from '@/lib/query/get-json';
import type { DocumentRoom } from './document-room';
import { useDocumentType } from './use-document-type';

interface DeleteDocumentProps {
  document: DocumentLine;
  room: DocumentRoom;
  /** The version that counts once this one is gone; undefined where there is none, or where this one does not count. */
  next: DocumentLine | undefined;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Deletes a document, after saying what is lost and what stays. */
export function DeleteDocument({ document, room, next, open, onOpenChange }: DeleteDocumentProps) {
  const t = useTranslations('documents.delete');
  const errors = useTranslations('documents.failed');
  const type = useDocumentType(document.type);
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();

  async function remove() {
    setBusy(true);
    setFault(undefined);
    try {
      await sendDelete(withQuery(paths.data.documents(room.submissionId), { ids: [document.id] }));
      toast({ title: t('done', { type }) });
      onOpenChange(false);
      room.onChanged();
    } catch (error) {
      const told = error instanceof DataError ? error.message : '';
      setFault(told || errors('unreachable'));
    } finally {
      setBusy(false);
    }
  }

  return (
    <AlertDialog
      danger
      open={open}
      onOpenChange={onOpenChange}
      title={t('title', { type })}
      consequence={t.rich('consequence', {
        file: () => <bdi className="break-words">{document.fileName}</bdi>,
      })}
      cancel={t('cancel')}
      confirm={t('confirm')}
      pending={busy ? t('deleting') : undefined}
      onConfirm={() => void remove()}
    >
      <ul className="list-disc space-y-1 ps-5">
        <li>{t('answers')}</li>
        {next?.version != null && <li>{t('next', { version: next.version })}</li>}
        <li>{t('stays')}</li>
      </ul>
      {fault && (
        <Notice role="alert" tone="critical" title={t('refused')} className="mt-4">
          {fault}
        </Notice>
      )}
    </AlertDialog>
  );
}
