import type { ActionRefusal } from '@/lib/action-result';
import type { CaptureSave } from '@/lib/kyc/capture';
import type { Failure } from '@/lib/kyc/capture-queue';

/** What a refused save means for the queue. */
export function failureOf(refusal: ActionRefusal, saves: readonly CaptureSave[]): Failure {
  const { code, fields, messages, retryAfter } = refusal;
  const message = messages[0] ?? '';
  if (code === 401) return { kind: 'session' };
  if (code === 429 || code >= 500) {
    const retryAfterMs = retryAfter === null ? null : retryAfter * 1_000;
    return { kind: 'unreachable', message, retryAfterMs };
  }
  const faults = Object.fromEntries(
    fields.flatMap((fault) => {
      const fieldId = saves[Number(/^answers\[(\d+)\]/.exec(fault.path)?.[1] ?? -1)]?.fieldId;
      return fieldId === undefined ? [] : [[fieldId, fault.message]];
    }),
  );
  if (code === 409 && Object.keys(faults).length > 0) return { kind: 'conflict', faults };
  return { kind: 'refused', message, faults };
}
