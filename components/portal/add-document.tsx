'use client';

import { useTranslations } from 'next-intl';
import { useId, useRef, useState } from 'react';
import { UploadLine } from '@/components/kyc/upload-line';
import { DOCUMENT_ACCEPT, useDocumentUpload } from '@/components/kyc/use-document-upload';
import { FileDrop } from '@/components/ui/file-drop';
import { Input } from '@/components/ui/input';
import { Panel } from '@/components/ui/panel';
import { Select } from '@/components/ui/select';
import { useToast } from '@/components/ui/toast';
import { type DocumentType, known } from '@/lib/kyc/contract/lists';
import { paths } from '@/lib/paths';

interface AddDocumentProps {
  /** What is taken now, at least one. */
  types: readonly DocumentType[];
  /** True where only what was asked for again is taken. */
  isAsked: boolean;
  onStored: () => void;
}

/** Adds documents: what it is, until when it is valid, and the file, which is sent as soon as it is chosen. */
export function AddDocument({ types, isAsked, onStored }: AddDocumentProps) {
  const t = useTranslations('portal.documents');
  const fields = useTranslations('captureFields.document');
  const kyc = useTranslations('kyc.documentType');
  const id = useId();
  const toast = useToast();
  const only = types.length === 1 ? types[0] : undefined;
  const [chosen, setChosen] = useState<DocumentType>();
  const [expiryDate, setExpiryDate] = useState('');
  const [isUntyped, setUntyped] = useState(false);
  const select = useRef<HTMLSelectElement>(null);
  const type = only ?? chosen;
  const uploads = useDocumentUpload({
    url: paths.data.portal.documents,
    onStored: (_document, { key, file }) => {
      // From here on it is in the list.
      uploads.dismiss(key);
      toast({ title: t('added'), detail: file.name });
      setExpiryDate('');
      onStored();
    },
  });

  function send(files: File[]) {
    if (type === undefined) {
      setUntyped(true);
      select.current?.focus();
      return;
    }
    uploads.add(files, () => ({ documentTypeId: type, ...(expiryDate && { expiryDate }) }));
  }

  return (
    <Panel id="add-document" title={t('add')}>
      <div className="space-y-4">
        <p className="text-sm text-ink-soft">
          {isAsked ? t('asked', { types: types.map((one) => kyc(one)).join(', ') }) : t('addText')}
        </p>
        {only === undefined && (
          <div className="space-y-1.5">
            <label htmlFor={`${id}-type`} className="block font-medium">
              {t('type')}
            </label>
            <Select
              id={`${id}-type`}
              ref={select}
              value={chosen ?? ''}
              placeholder={t('typePlaceholder')}
              options={types.map((one) => ({ value: one, label: kyc(one) }))}
              aria-invalid={isUntyped || undefined}
              aria-describedby={isUntyped ? `${id}-fault` : undefined}
              onChange={({ target }) => {
                setChosen(known(types, target.value));
                setUntyped(false);
              }}
            />
            {isUntyped && (
              <p id={`${id}-fault`} role="alert" className="text-sm font-medium text-critical-fg">
                {t('typeFault')}
              </p>
            )}
          </div>
        )}
        <div className="space-y-1.5">
          <label htmlFor={`${id}-expiry`} className="block font-medium">
            {t('expiry')}
          </label>
          <Input
            id={`${id}-expiry`}
            type="date"
            value={expiryDate}
            aria-describedby={`${id}-expiry-help`}
            onChange={({ target }) => setExpiryDate(target.value)}
          />
          <p id={`${id}-expiry-help`} className="text-sm text-ink-soft">
            {t('expiryHelp')}
          </p>
        </div>
        <FileDrop
          id={`${id}-file`}
          accept={DOCUMENT_ACCEPT}
          camera
          multiple
          onFiles={send}
          label={t('add')}
          hint={fields('taken')}
          words={{
            drop: fields('drop'),
            dropNow: fields('dropNow'),
            choose: fields('choose'),
            camera: fields('camera'),
          }}
        />
        {uploads.items.length > 0 && (
          <ul className="space-y-2">
            {uploads.items.map((upload) => (
              <li key={upload.key}>
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
    </Panel>
  );
}
