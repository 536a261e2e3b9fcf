'use client';

import { useEffect, useState } from 'react';
import {
  type DocumentDetails,
  type DocumentUploads,
  useDocumentUpload,
} from '@/components/kyc/use-document-upload';
import type { Upload } from '@/components/ui/upload-queue';
import type { FieldContext } from '../types';
import { type StoredFile, storedFile } from './stored-file';

interface SlotUpload {
  /** The file on its way, or how its last try ended. */
  upload: Upload<unknown> | undefined;
  send: (file: File, details: DocumentDetails) => void;
  uploads: DocumentUploads;
  /** A stored file by its id: from the form's documents, or one that was stored just now. */
  fileOf: (documentId: string) => StoredFile | undefined;
}

/** Uploads of a place that holds one document. `busyKey` names the place to whoever guards the page against being left. */
export function useSlotUpload(
  busyKey: string,
  { upload: target, documents }: FieldContext,
  onStored: (documentId: string) => void,
): SlotUpload {
  const [fresh, setFresh] = useState<readonly StoredFile[]>([]);
  const [expiryOf, setExpiryOf] = useState<Readonly<Record<string, string | undefined>>>({});
  const uploads = useDocumentUpload({
    url: target.url,
    onStored: (document, { key }) => {
      setFresh((known) => [...known, storedFile(document, expiryOf[key])]);
      uploads.dismiss(key);
      onStored(document.id);
      target.onStored?.(document);
    },
  });
  const { busy } = uploads;
  const { onBusy } = target;
  useEffect(() => {
    if (!busy) return;
    onBusy?.(busyKey, true);
    return () => onBusy?.(busyKey, false);
  }, [busy, busyKey, onBusy]);

  return {
    upload: uploads.items.findLast(({ state }) => state !== 'stored'),
    uploads,
    send: (file, details) => {
      for (const { key } of uploads.items) uploads.dismiss(key);
      for (const key of uploads.add([file], () => details)) {
        setExpiryOf((all) => ({ ...all, [key]: details.expiryDate }));
      }
    },
    fileOf: (documentId) =>
      documents.find(({ id }) => id === documentId) ?? fresh.find(({ id }) => id === documentId),
  };
}
