'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';
import { ToneMark } from '@/components/ui/tone-mark';
import type { Tone } from '@/lib/theme/tokens';
import { useCapture, useSignInHref } from './capture-context';
import type { CaptureState } from './capture-state';

/** What of the reader's typing is where, in the order in which it matters. */
type Saving =
  | { kind: 'idle' | 'idleRead' | 'saving' | 'waiting' | 'offline' | 'session' | 'unkept' }
  | { kind: 'saved'; at: string }
  | { kind: 'unfinished' | 'conflict' | 'refused'; count: number }
  | { kind: 'unreachable'; message: string | null };

function savingOf(state: CaptureState): Saving {
  const { queue, faults, savedAt, online, kept, view } = state;
  const changes = Object.entries(queue.unsaved);
  if (changes.length === 0) {
    if (savedAt !== null) return { kind: 'saved', at: savedAt };
    return { kind: view.editable.kind === 'nothing' ? 'idleRead' : 'idle' };
  }
  if (queue.trouble?.kind === 'session') return { kind: 'session' };
  if (!kept) return { kind: 'unkept' };
  if (!online) return { kind: 'offline' };
  if (queue.trouble) return { kind: 'unreachable', message: queue.trouble.message };
  if (queue.sending) return { kind: 'saving' };
  const conflicts = changes.filter(([, { theirs }]) => theirs !== undefined).length;
  if (conflicts > 0) return { kind: 'conflict', count: conflicts };
  const refused = changes.filter(([, one]) => one.refused !== undefined).length;
  if (refused > 0) return { kind: 'refused', count: refused };
  const unfinished = changes.filter(([fieldId]) => faults[fieldId] !== undefined).length;
  return unfinished === changes.length ? { kind: 'unfinished', count: unfinished } : { kind: 'waiting' };
}

const TONES: Record<Saving['kind'], Tone> = {
  idle: 'neutral',
  idleRead: 'neutral',
  saved: 'positive',
  saving: 'pending',
  waiting: 'pending',
  unfinished: 'pending',
  offline: 'caution',
  unreachable: 'caution',
  conflict: 'caution',
  refused: 'critical',
  session: 'critical',
  unkept: 'critical',
};

/** Where what was typed is now. Seen at all times; said aloud by {@link SaveAloud} only when it is another thing. */
export function SaveStatus({ compact }: { compact?: boolean }) {
  const words = useSavingWords();
  const saving = useSaving();
  return (
    <p className={`flex min-w-0 items-start gap-1.5 text-sm text-ink-soft ${compact ? 'justify-end' : ''}`}>
      <ToneMark tone={TONES[saving.kind]} className="mt-1.25" />
      <span className={compact ? 'line-clamp-2' : undefined}>
        {words(saving)}
        {saving.kind === 'session' && (
          <>
            {' '}
            <SignInAgain />
          </>
        )}
      </span>
    </p>
  );
}

/** Leads back to this page by way of the sign-in. */
function SignInAgain() {
  const t = useTranslations('capture.session');
  return <TextLink href={useSignInHref()}>{t('action')}</TextLink>;
}

/** Says a change of kind, not each save: a screen reader is not told eight hundred times that all is well. */
export function SaveAloud() {
  const t = useTranslations('capture.save');
  const words = useSavingWords();
  const saving = useSaving();
  const quiet = ['idle', 'idleRead', 'waiting', 'saving'].includes(saving.kind);
  return (
    <p role="status" className="sr-only">
      {quiet ? '' : saving.kind === 'saved' ? t('savedAloud') : words(saving)}
    </p>
  );
}

function useSaving(): Saving {
  return savingOf(useCapture((state) => state));
}

function useSavingWords(): (saving: Saving) => string {
  const t = useTranslations('capture.save');
  const format = useFormatter();
  return (saving) => {
    switch (saving.kind) {
      case 'saved': {
        const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
        return t('saved', { time: format.dateTime(new Date(saving.at), clock) });
      }
      case 'unfinished':
      case 'conflict':
      case 'refused':
        return t(saving.kind, { count: saving.count });
      case 'unreachable':
        return saving.message ? t('unreachableSaid', { message: saving.message }) : t('unreachable');
      default:
        return t(saving.kind);
    }
  };
}
