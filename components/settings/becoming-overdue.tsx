import { useLocale, useTranslations } from 'next-intl';
import { Bidi } from '@/components/ui/bidi';
import { TextLink } from '@/components/ui/text-link';
import { formatCalendarDay } from '@/lib/format/dates';
import type { OverduePreview } from '@/lib/kyc/case-settings';
import { paths } from '@/lib/paths';

/** Some of the customers whom other months would make overdue, each a way to the customer. */
export function BecomingOverdue({ customers }: { customers: NonNullable<OverduePreview['becoming']> }) {
  const t = useTranslations('caseSettings');
  const locale = useLocale();
  if (customers.length === 0) return null;
  return (
    <>
      <p className="mt-2 font-medium">{t('becoming')}</p>
      <ul className="mt-0.5">
        {customers.map(({ submissionId, name, dueOn }) => (
          <li key={submissionId}>
            <TextLink href={paths.customer(submissionId)} prefetch={false}>
              <Bidi>{name}</Bidi>
            </TextLink>{' '}
            <span className="text-sm text-ink-soft">
              {t('dueOn', { day: formatCalendarDay(dueOn, locale) })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
