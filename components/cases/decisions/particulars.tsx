'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DateTime } from '@/components/ui/date-time';
import { formatCalendarDay } from '@/lib/format/dates';
import type { DecisionLine } from '@/lib/kyc/cases';

/** Who proposed something, when, on which version and why. */
export function Particulars({ line }: { line: DecisionLine }) {
  const t = useTranslations('decisions.proposal');
  const locale = useLocale();
  const { maker, madeAt, seenVersion, reason, note, validUntil } = line;
  return (
    <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[auto_1fr]">
      <Particular name={t('by')}>
        {t.rich('byLine', {
          name: () => <bdi>{maker.name}</bdi>,
          at: () => <DateTime value={madeAt} />,
          version: seenVersion,
        })}
      </Particular>
      {validUntil && <Particular name={t('until')}>{formatCalendarDay(validUntil, locale)}</Particular>}
      {reason && (
        <Particular name={t('reason')}>
          <bdi>{reason}</bdi>
        </Particular>
      )}
      {note && (
        <Particular name={t('note')}>
          <bdi className="max-w-prose break-words whitespace-pre-line">{note}</bdi>
        </Particular>
      )}
    </dl>
  );
}

/** The same within a dialog about it, set off from what is to be filled in. */
export function ParticularsBox({ line }: { line: DecisionLine }) {
  return (
    <div className="rounded border border-line bg-sunken px-3 py-2.5">
      <Particulars line={line} />
    </div>
  );
}

function Particular({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-sm/5 text-ink-soft">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
