import type { ActionResult } from '@/lib/action-result';
import type { FormOutcome } from './form';

/**
 * What a form shows of a staff action's result: the words of its fields beside them, everything else above; where the session is
 * over the way to sign in again, and of a fault that nobody foresaw the reference.
 */
export function outcomeOf(result: ActionResult<unknown>): FormOutcome {
  if (result.ok) return { ok: true };
  if (result.fields.length === 0) {
    const { code, messages, requestId } = result;
    return {
      ok: false,
      message: messages.join(' '),
      ...(code === 401 && { signsIn: true }),
      ...(code === 500 && { reference: requestId }),
    };
  }
  const fields = Object.fromEntries(result.fields.map(({ path, message }) => [path, sentence(message)]));
  return { ok: false, fields };
}

/** A field's fault ("must be an active employee") as a sentence. */
function sentence(message: string): string {
  const start = message.charAt(0).toLocaleUpperCase() + message.slice(1);
  return /[.!?]$/.test(start) ? start : `${start}.`;
}
