'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { UploadLine } from '@/components/kyc/upload-line';
import { DOCUMENT_ACCEPT } from '@/components/kyc/use-document-upload';
import { Button } from '@/components/ui/button';
import { FileDrop } from '@/components/ui/file-drop';
import type { DocumentType } from '@/lib/kyc/contract/lists';
import type { ControlAria, FieldContext } from '../types';
import { DocumentCard } from './document-card';
import { ExpiryDate } from './expiry-date';
import { unknownFile } from './stored-file';
import { useSlotUpload } from './use-slot-upload';

interface DocumentSlotProps {
  /** Of the place; its picker's button is `…-file`. */
  id: string;
  /** What belongs here: "Passport", "Front of the card". */
  label: string;
  documentId: string | undefined;
  onChange: (documentId: string | undefined) => void;
  documentTypeId: DocumentType;
  needsExpiryDate: boolean;
  context: FieldContext;
  aria: Pick<ControlAria, 'aria-invalid' | 'aria-describedby'>;
}

/** Earlier files that are offered, so that nothing has to be sent twice. */
const OFFERED = 3;

/** A place for one document: a file on its way shows as such, and as attached only once the server has it. */
export function DocumentSlot(props: DocumentSlotProps) {
  const { id, label, documentId, onChange, documentTypeId, needsExpiryDate, context, aria } = props;
  const t = useTranslations('captureFields.document');
  const [expiryDate, setExpiryDate] = useState('');
  const [held, setHeld] = useState<File>();
  const [replacing, setReplacing] = useState(false);
  const [removed, setRemoved] = useState<string>();
  const place = useRef<HTMLDivElement>(null);
  const { upload, uploads, send, fileOf } = useSlotUpload(id, context, (stored) => {
    setReplacing(false);
    setExpiryDate('');
    onChange(stored);
  });

  /** What had the focus may be gone with the next picture of this place. */
  const keepFocus = () => place.current?.focus();

  function start(file: File) {
    keepFocus();
    if (needsExpiryDate && expiryDate === '') {
      setHeld(file);
      requestAnimationFrame(() => document.getElementById(`${id}-expiryDate`)?.focus());
      return;
    }
    setHeld(undefined);
    send(file, { documentTypeId, ...(needsExpiryDate ? { expiryDate } : {}) });
  }

  const attached = documentId === undefined ? undefined : fileOf(documentId);
  const moving = upload && ['waiting', 'offline', 'sending', 'storing'].includes(upload.state);
  const open = documentId === undefined || replacing;
  const offered = context.documents
    .filter((file) => file.id !== documentId && (!needsExpiryDate || file.expiryDate !== null))
    .filter((file) => file.id === removed || (file.type === documentTypeId && documentTypeId !== 'Other'))
    .slice(0, OFFERED);

  return (
    <div ref={place} id={id} tabIndex={-1} role="group" aria-label={label} className="space-y-2 rounded-md">
      {documentId !== undefined && (
        <DocumentCard
          file={attached ?? unknownFile(documentId, label)}
          upload={context.upload}
          today={context.today}
          actions={
            !replacing && (
              <>
                <Button variant="ghost" size="sm" onClick={() => setReplacing(true)}>
                  {t('replace')}
                </Button>
                <Button
                  variant="ghost"
                  size="sm"
                  onClick={() => {
                    keepFocus();
                    setRemoved(documentId);
                    onChange(undefined);
                  }}
                >
                  {t('remove')}
                </Button>
              </>
            )
          }
        />
      )}
      {open && needsExpiryDate && !moving && (
        <ExpiryDate
          id={`${id}-expiryDate`}
          value={expiryDate}
          onChange={setExpiryDate}
          today={context.today}
          waitingFor={held?.name}
          onSend={() => held && start(held)}
        />
      )}
      {open && !moving && !held && (
        <FileDrop
          id={`${id}-file`}
          label={label}
          accept={DOCUMENT_ACCEPT}
          camera
          hint={t('taken')}
          words={{
            drop: t('drop'),
            dropNow: t('dropNow'),
            choose: t('choose'),
            camera: t('camera'),
          }}
          onFiles={([file]) => file && start(file)}
          {...aria}
        />
      )}
      {upload && (
        <UploadLine
          upload={upload}
          onCancel={() => {
            keepFocus();
            uploads.cancel(upload.key);
          }}
          onRetry={() => uploads.retry(upload.key)}
          onDismiss={() => {
            keepFocus();
            uploads.dismiss(upload.key);
          }}
        />
      )}
      {open && !moving && (offered.length > 0 || replacing || held) && (
        <div className="flex flex-wrap gap-2">
          {held && (
            <Button variant="ghost" size="sm" onClick={() => setHeld(undefined)}>
              {t('otherFile')}
            </Button>
          )}
          {replacing && (
            <Button variant="ghost" size="sm" onClick={() => setReplacing(false)}>
              {t('keep')}
            </Button>
          )}
          {offered.map((file) => (
            <Button
              key={file.id}
              variant="ghost"
              size="sm"
              className="h-auto! min-h-7 max-w-full py-1 text-start whitespace-normal!"
              onClick={() => {
                keepFocus();
                setReplacing(false);
                onChange(file.id);
              }}
            >
              <bdi className="min-w-0 [overflow-wrap:anywhere]">{t('use', { name: file.fileName })}</bdi>
            </Button>
          ))}
        </div>
      )}
      <p role="status" className="sr-only">
        {attached && !replacing ? t('attached', { name: attached.fileName }) : ''}
      </p>
    </div>
  );
}
