'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { type ReadUploadAnswer, sendForm } from './send-form';
import { type Upload, type UploadParts, UploadQueue } from './upload-queue';

interface UploadOptions<T> {
  /** Takes one form a file. */
  url: string;
  read: ReadUploadAnswer<T>;
  /** The server has the file. */
  onStored?: ((result: T, upload: Upload<T>) => void) | undefined;
}

/** The uploads of one place, and what can be done with them. */
export interface Uploads<T> {
  items: readonly Upload<T>[];
  /** True while something waits or is on its way: leaving now would break it off. */
  busy: boolean;
  add: (file: File, parts: UploadParts, refusal?: string) => string;
  cancel: (key: string) => void;
  retry: (key: string) => void;
  dismiss: (key: string) => void;
}

const NONE: readonly never[] = [];

/** Uploads files with progress, cancel and retry; what is under way is broken off when the place goes. */
export function useUpload<T>({ url, read, onStored }: UploadOptions<T>): Uploads<T> {
  const [queue] = useState(() => new UploadQueue<T>());
  useEffect(() => {
    queue.use({
      send: sendForm(url, read),
      isOnline: () => navigator.onLine,
      onStored: (result, upload) => onStored?.(result, upload),
    });
  });
  const items = useSyncExternalStore(queue.subscribe, queue.uploads, () => NONE);

  useEffect(() => {
    const wake = () => queue.wake();
    window.addEventListener('online', wake);
    return () => {
      window.removeEventListener('online', wake);
      queue.cancelAll();
    };
  }, [queue]);

  return {
    items,
    busy: items.some(({ state }) => ['waiting', 'offline', 'sending', 'storing'].includes(state)),
    add: (...of) => queue.add(...of),
    cancel: (key) => queue.cancel(key),
    retry: (key) => queue.retry(key),
    dismiss: (key) => queue.dismiss(key),
  };
}
