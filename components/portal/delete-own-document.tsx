'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useToast } from '@/components/ui/toast';
import { paths } from '@/lib/paths';
import { DataError, sendDelete } from '@/lib/query/get-json';

interface DeleteOwnDocumentProps {
  documentId: string;
  fileName: string;
  icon: ReactNode;
  onDeleted: () => void;
}

/** Deletes a document, after saying what goes with it. */
export function DeleteOwnDocument({ documentId, fileName, icon, onDeleted }: DeleteOwnDocumentProps) {
  const t = useTranslations('portal.documents');
  const common = useTranslations('common');
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();

  async function remove() {
    setBusy(true);
    setFault(undefined);
    try {
      await sendDelete(paths.data.portal.document(documentId));
      setOpen(false);
      toast({ title: t('deleted'), detail: fileName });
      onDeleted();
    } catch (error) {
      setFault((error instanceof DataError && error.message) || t('deleteFailed'));
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <Button
        variant="ghost"
        size="sm"
        icon={icon}
        aria-label={t('deleteLabel', { file: fileName })}
        onClick={() => setOpen(true)}
      >
        {t('delete')}
      </Button>
      <AlertDialog
        open={open}
        onOpenChange={setOpen}
        title={t('deleteTitle')}
        consequence={t.rich('deleteText', { file: () => <bdi>{fileName}</bdi> })}
        cancel={common('cancel')}
        confirm={t('deleteConfirm')}
        onConfirm={() => void remove()}
        pending={busy ? t('deleting') : undefined}
        danger
      >
        {fault && (
          <Notice tone="critical" role="alert">
            {fault}
          </Notice>
        )}
      </AlertDialog>
    </>
  );
}
