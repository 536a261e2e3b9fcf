import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import type { Action } from '@/lib/action-result';
import type { ReasonLine } from '@/lib/kyc/cases';
import type { ReasonState } from '@/lib/kyc/decision-input';

interface ReasonEntryProps {
  reason: ReasonLine;
  set: Action<ReasonState, void>;
  onDone: () => Promise<void>;
}

/** A reason, and the one thing to do about it: retire it, or restore it. */
export function ReasonEntry({ reason: { id, words, isActive }, set, onDone }: ReasonEntryProps) {
  const t = useTranslations('reasons');
  const form = useTranslations('form');
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const name = isActive ? 'retire' : 'restore';

  async function turn() {
    setBusy(true);
    setProblem(undefined);
    const result = await set({ reasonId: id, isActive: !isActive }).catch(() => undefined);
    if (result) await onDone();
    setBusy(false);
    if (result?.ok) toast({ title: t(isActive ? 'didRetire' : 'didRestore') });
    else setProblem(result?.messages.join(' ') ?? form('notReached'));
  }

  return (
    <li className="flex items-center justify-between gap-3 py-2 first:pt-0 last:pb-0">
      <span className={isActive ? 'min-w-0' : 'min-w-0 text-ink-soft'}>
        {words} {!isActive && <Badge>{t('retired')}</Badge>}
        {problem && (
          <span role="alert" className="block text-sm text-critical-fg">
            {t('notDone', { why: problem })}
          </span>
        )}
      </span>
      <Button
        size="sm"
        pending={busy ? t(name) : undefined}
        aria-label={t(`${name}One`, { words })}
        onClick={() => void turn()}
      >
        {t(name)}
      </Button>
    </li>
  );
}
