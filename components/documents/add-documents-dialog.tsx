'use client';

import { Trash2 } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { UploadLine } from '@/components/kyc/upload-line';
import { DOCUMENT_ACCEPT, useDocumentUpload } from '@/components/kyc/use-document-upload';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { FileDrop } from '@/components/ui/file-drop';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { formatSize } from '@/lib/format/numbers';
import { DOCUMENT_TYPES, type DocumentType, known } from '@/lib/kyc/contract/lists';
import type { Editable } from '@/lib/kyc/editing';
import { newId } from '@/lib/new-id';
import { paths } from '@/lib/paths';
import type { DocumentRoom } from './document-room';

interface AddDocumentsDialogProps {
  room: DocumentRoom;
  taken: Editable;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** A file that was chosen, with what is told of it; not on its way yet. */
type Chosen = { key: string; file: File; type: DocumentType | ''; description: string; expiryDate: string };

/** Several files at once: chosen, described, then sent, each with its own progress, cancel and retry. */
export function AddDocumentsDialog({ room, taken, open, onOpenChange }: AddDocumentsDialogProps) {
  const t = useTranslations('documents.add');
  const id = useId();
  const [chosen, setChosen] = useState<Chosen[]>([]);
  const [strict, setStrict] = useState(false);
  const uploads = useDocumentUpload({
    url: paths.data.documents(room.submissionId),
    onStored: room.onChanged,
  });
  const types =
    taken.kind === 'asked'
      ? taken.documentTypeIds.flatMap((one) => known(DOCUMENT_TYPES, one) ?? [])
      : DOCUMENT_TYPES;
  const single = types.length === 1 ? types[0] : undefined;
  const untyped = chosen.some(({ type }) => type === '');

  const change = (key: string, to: Partial<Chosen>) =>
    setChosen((now) => now.map((one) => (one.key === key ? { ...one, ...to } : one)));

  function send() {
    setStrict(true);
    if (untyped)
      return document.getElementById(`${id}-${chosen.find(({ type }) => type === '')?.key}-type`)?.focus();
    for (const { file, type, description, expiryDate } of chosen) {
      if (type === '') continue;
      uploads.add([file], () => ({
        documentTypeId: type,
        description: description.trim() || undefined,
        expiryDate: expiryDate || undefined,
      }));
    }
    setChosen([]);
    setStrict(false);
  }

  const ended = uploads.items.length > 0 && !uploads.busy && chosen.length === 0;
  return (
    <Dialog
      size="lg"
      open={open}
      onOpenChange={(to) => {
        if (to || !uploads.busy || window.confirm(t('leave'))) onOpenChange(to);
      }}
      title={t('title')}
      description={t('description')}
      closeLabel={t('close')}
      footer={
        ended ? (
          <Button variant="primary" onClick={() => onOpenChange(false)}>
            {t('done')}
          </Button>
        ) : (
          <Button
            variant="primary"
            unavailable={chosen.length === 0 && !uploads.busy ? t('nothingChosen') : undefined}
            pending={uploads.busy && chosen.length === 0 ? t('sending') : undefined}
            onClick={send}
          >
            {t('send', { count: chosen.length })}
          </Button>
        )
      }
    >
      <div className="space-y-4">
        {taken.kind === 'asked' && <Notice tone="info">{t('askedOnly')}</Notice>}
        <FileDrop
          id={`${id}-files`}
          multiple
          camera
          accept={DOCUMENT_ACCEPT}
          label={t('choose')}
          hint={t('taken')}
          words={{ drop: t('drop'), choose: t('choose'), camera: t('camera'), dropNow: t('dropNow') }}
          onFiles={(files) =>
            setChosen((now) => [
              ...now,
              ...files.map((file) => ({
                key: newId(),
                file,
                type: single ?? ('' as const),
                description: '',
                expiryDate: '',
              })),
            ])
          }
        />
        {chosen.length > 0 && (
          <ul className="space-y-3">
            {chosen.map((one) => (
              <ChosenFile
                key={one.key}
                id={`${id}-${one.key}`}
                chosen={one}
                types={types}
                missing={strict && one.type === ''}
                onChange={(to) => change(one.key, to)}
                onRemove={() => setChosen((now) => now.filter(({ key }) => key !== one.key))}
              />
            ))}
          </ul>
        )}
        {uploads.items.length > 0 && (
          <ul className="divide-y divide-line rounded border border-line px-3">
            {uploads.items.map((upload) => (
              <li key={upload.key} className="py-2">
                <UploadLine
                  upload={upload}
                  onCancel={() => uploads.cancel(upload.key)}
                  onRetry={() => uploads.retry(upload.key)}
                  onDismiss={() => uploads.dismiss(upload.key)}
                />
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  );
}

interface ChosenFileProps {
  id: string;
  chosen: Chosen;
  types: readonly DocumentType[];
  missing: boolean;
  onChange: (to: Partial<Chosen>) => void;
  onRemove: () => void;
}

function ChosenFile({ id, chosen, types, missing, onChange, onRemove }: ChosenFileProps) {
  const t = useTranslations('documents.add');
  const kyc = useTranslations('kyc');
  const locale = useLocale();
  const { file, type, description, expiryDate } = chosen;
  return (
    <li className="rounded border border-line p-3">
      <div className="flex items-center gap-2">
        <bdi className="min-w-0 grow truncate font-medium">{file.name}</bdi>
        <span className="text-sm text-ink-soft">{formatSize(file.size, locale)}</span>
        <IconButton label={t('remove', { name: file.name })} icon={<Trash2 />} onClick={onRemove} />
      </div>
      <div className="mt-2 grid gap-3 sm:grid-cols-[1.2fr_1.6fr_1fr]">
        <label className="block">
          <span className="mb-1 block text-sm font-medium">{t('type')}</span>
          <Select
            id={`${id}-type`}
            value={type}
            aria-invalid={missing || undefined}
            aria-describedby={missing ? `${id}-missing` : undefined}
            placeholder={t('chooseType')}
            options={types.map((one) => ({ value: one, label: kyc(`documentType.${one}`) }))}
            onChange={(event) => onChange({ type: known(types, event.target.value) ?? '' })}
          />
          {missing && (
            <span id={`${id}-missing`} className="mt-1 block text-sm text-critical-fg">
              {t('typeMissing')}
            </span>
          )}
        </label>
        <label className="block">
          <span className="mb-1 block text-sm font-medium">{t('descriptionLabel')}</span>
          <Input
            value={description}
            maxLength={1000}
            onChange={(event) => onChange({ description: event.target.value })}
          />
        </label>
        <label className="block">
          <span className="mb-1 block text-sm font-medium">{t('expiry')}</span>
          <Input
            type="date"
            value={expiryDate}
            onChange={(event) => onChange({ expiryDate: event.target.value })}
          />
        </label>
      </div>
    </li>
  );
}
