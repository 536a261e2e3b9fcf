import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ActionResult } from '@/lib/action-result';

/** Sends something that needs no form: whether it is under way, and why it was refused. */
export function useSending() {
  const t = useTranslations('decisions');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();

  async function run<T>(
    send: () => Promise<ActionResult<T>>,
    done: (data: T) => Promise<void>,
  ): Promise<void> {
    setBusy(true);
    setFault(undefined);
    try {
      const result = await send();
      if (result.ok) await done(result.data);
      else setFault(result.messages.join(' '));
    } catch {
      setFault(t('unreachable'));
    } finally {
      setBusy(false);
    }
  }

  return { busy, fault, run };
}
