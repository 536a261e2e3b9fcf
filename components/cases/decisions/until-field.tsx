'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useFormContext, useWatch } from 'react-hook-form';
import { Field } from '@/components/form/field';
import { ChoiceButton } from '@/components/ui/choice-button';
import { formatCalendarDay } from '@/lib/format/dates';
import { lastDays } from '@/lib/kyc/last-days';

const NAME = 'validUntil';

interface UntilFieldProps {
  today: string;
  /** The last day that a level may hold. */
  latest: string;
}

/** The last day of a level: any day up to the limit, or one of the usual lengths. Nobody's choice is made for them. */
export function UntilField({ today, latest }: UntilFieldProps) {
  const t = useTranslations('decisions.dialog');
  const locale = useLocale();
  const { setValue } = useFormContext();
  const until: unknown = useWatch({ name: NAME });
  return (
    <div className="space-y-2">
      <Field
        name={NAME}
        label={t('until')}
        help={t('untilHelp', { latest: formatCalendarDay(latest, locale) })}
        min={today}
        max={latest}
      />
      <div role="group" aria-label={t('lengths')} className="flex flex-wrap gap-2">
        {lastDays(today, latest).map(({ months, day }) => (
          <ChoiceButton
            key={months}
            current={until === day}
            onClick={() => setValue(NAME, day, { shouldDirty: true, shouldValidate: true })}
          >
            {t('length', { months })}
          </ChoiceButton>
        ))}
      </div>
    </div>
  );
}
