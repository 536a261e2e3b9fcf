'use client';

import { useTranslations } from 'next-intl';
import { ToneBadge } from '@/components/ui/badge';
import type { CaseStage } from '@/lib/kyc/decisions';
import type { Tone } from '@/lib/theme/tokens';

const TONE: Record<CaseStage, Tone> = {
  toDecide: 'info',
  awaitingSecond: 'pending',
  waitingOnCustomer: 'neutral',
};

/** Whose turn it is in a case. */
export function StageBadge({ stage, look }: { stage: CaseStage; look?: 'filled' | 'plain' }) {
  const t = useTranslations('queue.stage');
  return (
    <ToneBadge tone={TONE[stage]} look={look ?? 'filled'}>
      {t(stage)}
    </ToneBadge>
  );
}
