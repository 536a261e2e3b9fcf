import type { ActionResult } from '@/lib/action-result';
import type { FormOutcome } from './form';

/** What a form shows of an action's result: the words of its fields beside them, everything else above. */
export function outcomeOf(result: ActionResult<unknown>): FormOutcome {
  if (result.ok) return { ok: true };
  if (result.fields.length === 0) return { ok: false, message: result.messages.join(' ') };
  const fields = Object.fromEntries(result.fields.map(({ path, message }) => [path, sentence(message)]));
  return { ok: false, fields };
}

/** A field's fault ("must be an active employee") as a sentence. */
function sentence(message: string): string {
  const start = message.charAt(0).toLocaleUpperCase() + message.slice(1);
  return /[.!?]$/.test(start) ? start : `${start}.`;
}
