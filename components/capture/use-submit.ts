'use client';

import { useCallback } from 'react';
import type { Action } from '@/lib/action-result';
import type { CaptureSaved, CaptureView } from '@/lib/kyc/capture';
import { placedFields } from '@/lib/kyc/conditions';
import type { SubmitOutcome } from './capture-context';
import type { CaptureStore } from './capture-store';

/** Sends the form once everything typed is with the server. */
export function useSubmit(
  store: CaptureStore,
  action: Action<{ submissionId: string }, CaptureSaved>,
  onView: (view: CaptureView | null) => void,
): () => Promise<SubmitOutcome> {
  return useCallback(async () => {
    if (!(await store.settle())) {
      return { kind: store.state().queue.trouble?.kind === 'session' ? 'session' : 'unsaved' };
    }
    const { submissionId, pages, editable } = store.state().view;
    onView(null);
    const result = await action({ submissionId }).catch(() => undefined);
    if (!result) return { kind: 'unreachable' };
    if (result.ok) {
      const view = { ...result.data.view, pages };
      store.receive(view);
      onView(view);
      return { kind: 'sent', again: editable.kind === 'asked' };
    }
    if (result.code === 401) {
      store.sessionOver();
      return { kind: 'session' };
    }
    if (result.outcomeUnknown || result.code >= 500) return { kind: 'unreachable' };
    const ids = new Map(
      placedFields(pages).flatMap(({ field }) => [[field.fqName, field.id] as const, [field.id, field.id]]),
    );
    const fields = result.fields.map(({ path, message }) => ({ fieldId: ids.get(path) ?? null, message }));
    return { kind: 'refused', message: result.messages[0] ?? '', fields };
  }, [store, action, onView]);
}
