'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import type { Ownership } from '@/lib/kyc/ownership';
import type { Member } from './people-draft';
import { formatPercent } from '@/lib/format/numbers';

/** Who is a beneficial owner, what nobody is named for, and what cannot be. */
export function OwnershipFacts({ members, sums }: { members: readonly Member[]; sums: Ownership }) {
  const t = useTranslations('captureFields.people');
  const locale = useLocale();
  const nameOf = (id: string) => members.find((member) => member.id === id)?.fullName?.trim() || t('unnamed');
  const held = sums.edges.length > 0;
  return (
    <div role="status" className="space-y-2">
      {sums.owners25.length > 0 && (
        <p>
          <span className="text-ink-soft">{t('owners')}</span>{' '}
          {sums.owners25.map((id, at) => (
            <span key={id}>
              {at > 0 && ', '}
              <bdi className="font-medium">{nameOf(id)}</bdi>{' '}
              {formatPercent(sums.effective.get(id) ?? 0, locale)}
            </span>
          ))}
        </p>
      )}
      {sums.faults
        .filter(({ path }) => !path.includes('.'))
        .map(({ path, message }) => (
          <Notice key={path} tone="critical">
            {sentence(message)}
          </Notice>
        ))}
      {held && sums.owners25.length === 0 && <p className="text-ink-soft">{t('noOwner')}</p>}
      {held && sums.unaccounted > 0 && sums.faults.length === 0 && (
        <Notice tone="caution">{t('unaccounted', { share: formatPercent(sums.unaccounted, locale) })}</Notice>
      )}
    </div>
  );
}

/** The contract's words for a fault have no capital, because a path stands before them. */
const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
