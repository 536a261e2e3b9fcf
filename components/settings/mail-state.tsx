import { useTranslations } from 'next-intl';
import { ToneBadge } from '@/components/ui/badge';
import type { OutboxLine } from '@/lib/outbox';
import type { Tone } from '@/lib/theme/tokens';

const TONE: Record<OutboxLine['state'], Tone> = {
  queued: 'pending',
  kept: 'info',
  sent: 'positive',
  failed: 'critical',
};

/** What became of a mail, in word, shape and tone. */
export function MailState({ state, look }: { state: OutboxLine['state']; look?: 'filled' | 'plain' }) {
  const t = useTranslations('outbox.state');
  return (
    <ToneBadge tone={TONE[state]} look={look ?? 'filled'}>
      {t(state)}
    </ToneBadge>
  );
}
