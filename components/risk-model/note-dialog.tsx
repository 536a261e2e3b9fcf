'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Textarea } from '@/components/ui/textarea';

interface NoteDialogProps {
  title: string;
  consequence: ReactNode;
  confirm: string;
  /** The label of the note; undefined where none is asked for. */
  note?: string;
  pending: string | undefined;
  refusal: string | undefined;
  danger?: boolean;
  onConfirm: (note: string) => void;
  onClose: () => void;
}

/** Asks before a version goes its way, for a note where one is needed. */
export function NoteDialog({
  title,
  consequence,
  confirm,
  note,
  pending,
  refusal,
  danger,
  onConfirm,
  onClose,
}: NoteDialogProps) {
  const t = useTranslations('riskModel.actions');
  const common = useTranslations('common');
  const [words, setWords] = useState('');
  const isMissing = note !== undefined && words.trim() === '';
  return (
    <AlertDialog
      open
      onOpenChange={onClose}
      title={title}
      consequence={consequence}
      cancel={common('cancel')}
      confirm={confirm}
      pending={pending}
      unavailable={isMissing ? t('noteMissing') : undefined}
      {...(danger && { danger })}
      onConfirm={() => onConfirm(words)}
    >
      {(note !== undefined || refusal) && (
        <div className="space-y-2">
          {note !== undefined && (
            <label className="block space-y-1 font-medium">
              {note}
              <Textarea value={words} onChange={({ target }) => setWords(target.value)} />
            </label>
          )}
          {refusal && (
            <p role="alert" className="text-critical-fg">
              {refusal}
            </p>
          )}
        </div>
      )}
    </AlertDialog>
  );
}
