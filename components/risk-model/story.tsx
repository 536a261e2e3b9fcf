'use client';

import { useTranslations } from 'next-intl';
import { ToneBadge } from '@/components/ui/badge';
import { Bidi } from '@/components/ui/bidi';
import { DateTime } from '@/components/ui/date-time';
import type { ModelState } from '@/lib/kyc/decisions';
import type { ModelDeed, ModelVersionLine } from '@/lib/risk/model-office';
import type { Tone } from '@/lib/theme/tokens';

const TONE: Record<ModelState, Tone> = {
  draft: 'info',
  proposed: 'pending',
  released: 'neutral',
  withdrawn: 'neutral',
};

/** Where a version stands. */
export function StateOf({ version: { state, isInForce } }: { version: ModelVersionLine }) {
  const t = useTranslations('riskModel.states');
  if (isInForce) return <ToneBadge tone="positive">{t('inForce')}</ToneBadge>;
  return <ToneBadge tone={TONE[state]}>{t(state)}</ToneBadge>;
}

/** Who did what with a version, and why. */
export function Story({ version }: { version: ModelVersionLine }) {
  const t = useTranslations('riskModel');
  const { changed, proposed, released, note } = version;
  const told = (deed: ModelDeed) => ({
    name: () => <Bidi>{deed.name ?? t('somebody')}</Bidi>,
    date: () => <DateTime value={deed.at} />,
  });
  if (!changed && !released) return <>{t('story.shipped')}</>;
  return (
    <>
      {released && <span className="block">{t.rich('story.released', told(released))}</span>}
      {proposed && version.state !== 'draft' && (
        <span className="block">{t.rich('story.proposed', told(proposed))}</span>
      )}
      {changed && version.state === 'draft' && (
        <span className="block">{t.rich('story.changed', told(changed))}</span>
      )}
      {note && version.state !== 'draft' && <span className="block text-ink">“{note}”</span>}
    </>
  );
}
