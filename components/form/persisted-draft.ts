'use client';

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';

const PREFIX = 'draft:';
const PAUSE_MS = 250;

/** What a form knows of its draft. */
export interface Draft {
  /** Whether what shows was typed earlier and brought back. */
  restored: boolean;
  /** Forgets the draft and empties the form. */
  discard: () => void;
  /** Forgets the draft after it was sent. */
  clear: () => void;
}

/** Forgets every draft of this tab and of the device; for signing out on purpose, unlike a session that ran out. */
export function clearDrafts(): void {
  for (const storage of [sessionStorage, localStorage]) {
    for (const key of Object.keys(storage)) if (key.startsWith(PREFIX)) storage.removeItem(key);
  }
}

function read(key: string): FieldValues | undefined {
  try {
    const parsed: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return typeof parsed === 'object' && parsed !== null ? (parsed as FieldValues) : undefined;
  } catch {
    return undefined;
  }
}

function write(key: string, values: FieldValues) {
  try {
    sessionStorage.setItem(key, JSON.stringify(values));
  } catch {
    // Storage is full or forbidden: the form still works, it only does not outlive a reload.
  }
}

function forget(waiting: RefObject<{ timer: ReturnType<typeof setTimeout> } | undefined>) {
  clearTimeout(waiting.current?.timer);
  waiting.current = undefined;
}

/**
 * Keeps what is typed in this tab's session storage under `key`, so that it outlives an error, a reload and a lost
 * session, and brings it back when the form opens again. Put the person's id into the key. Fields in `omit` (passwords)
 * are never kept. Without a key nothing is kept.
 */
export function usePersistedDraft<V extends FieldValues, C, T>(
  form: UseFormReturn<V, C, T>,
  key: string | undefined,
  omit: readonly string[] = [],
): Draft {
  const name = key === undefined ? undefined : PREFIX + key;
  const [restored, setRestored] = useState(false);
  /** What is to be written once typing pauses, at the latest when the form or the page is left. */
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; write: () => void }>(undefined);
  const { reset, subscribe, formState } = form;
  const defaults = useRef(formState.defaultValues);
  const omitted = omit.join(' ');

  useEffect(() => {
    if (name === undefined) return;
    let gone = false;
    const settle = () => {
      const last = waiting.current;
      forget(waiting);
      last?.write();
    };
    addEventListener('pagehide', settle);
    queueMicrotask(() => {
      const kept = gone ? undefined : read(name);
      if (!kept) return;
      reset({ ...(defaults.current as V), ...kept } as V, { keepDefaultValues: true });
      setRestored(true);
    });
    const stop = subscribe({
      formState: { values: true },
      callback: ({ values, type }) => {
        // Only what a person did is a draft, not the form's own resets.
        if (type === undefined) return;
        forget(waiting);
        const kept = Object.fromEntries(
          Object.entries(values).filter(([field]) => !omitted.split(' ').includes(field)),
        );
        waiting.current = { timer: setTimeout(settle, PAUSE_MS), write: () => write(name, kept) };
      },
    });
    return () => {
      gone = true;
      removeEventListener('pagehide', settle);
      settle();
      stop();
    };
  }, [name, omitted, reset, subscribe]);

  const clear = useCallback(() => {
    forget(waiting);
    if (name !== undefined) sessionStorage.removeItem(name);
    setRestored(false);
  }, [name]);

  const discard = useCallback(() => {
    clear();
    reset();
  }, [clear, reset]);

  return { restored, discard, clear };
}
