'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/action-result';

interface AskButtonProps<T> {
  children: ReactNode;
  icon: ReactNode;
  /** The name with what it is about, because the same word stands in every row. */
  label: string;
  busy: string;
  ask: () => Promise<ActionResult<T>>;
  /** What happened, in a sentence. */
  said: (data: T) => string;
  onAsked: () => Promise<void>;
}

/** Asks for a run, and says what became of that: in passing where it went well, and beside the button where it did not. */
export function AskButton<T>({ children, icon, label, busy, ask, said, onAsked }: AskButtonProps<T>) {
  const t = useTranslations('jobs');
  const toast = useToast();
  const [asking, start] = useTransition();
  const [refusal, setRefusal] = useState<string>();

  function press() {
    setRefusal(undefined);
    start(async () => {
      const result = await ask().catch(() => undefined);
      if (result?.ok) toast({ title: said(result.data) });
      else setRefusal(result?.messages.join(' ') ?? t('notReached'));
      await onAsked();
    });
  }

  return (
    <>
      <Button size="sm" icon={icon} aria-label={label} pending={asking ? busy : undefined} onClick={press}>
        {children}
      </Button>
      {refusal && (
        <p role="alert" className="mt-1 max-w-56 text-sm whitespace-normal text-critical-fg">
          {t('refused')}. {refusal}
        </p>
      )}
    </>
  );
}
