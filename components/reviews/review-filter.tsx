import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ChoiceLink } from '@/components/ui/choice-link';
import { Select } from '@/components/ui/select';
import { RISK_LEVELS } from '@/lib/kyc/contract/lists';
import { REVIEW_SPANS, type ReviewView } from '@/lib/kyc/review-list';
import { paths, withQuery } from '@/lib/paths';

interface ReviewFilterProps {
  view: ReviewView;
  /** Empty for who sees the own customers alone. */
  employees: readonly { id: string; name: string }[];
}

/** How far to look, and at whom. All of it is links and one GET form: the URL is the view. */
export function ReviewFilter({ view, employees }: ReviewFilterProps) {
  const t = useTranslations('reviews');
  const { level, employee, month } = view;
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <nav aria-label={t('due.label')} className="flex flex-wrap gap-2">
        {REVIEW_SPANS.map((due) => (
          <ChoiceLink
            key={due}
            href={withQuery(paths.reviews, { due: due === 'all' ? undefined : due, level, employee })}
            current={month === undefined && view.due === due}
          >
            {t(`due.${due}`)}
          </ChoiceLink>
        ))}
      </nav>
      <form key={`${level} ${employee}`} action={paths.reviews} className="flex flex-wrap items-center gap-2">
        {month === undefined ? (
          <input type="hidden" name="due" value={view.due} />
        ) : (
          <input type="hidden" name="month" value={month} />
        )}
        <Levels level={level} />
        {employees.length > 1 && (
          <Select
            name="employee"
            aria-label={t('employee')}
            defaultValue={employee ?? ''}
            placeholder={t('anyEmployee')}
            options={employees.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <Button type="submit">{t('apply')}</Button>
      </form>
    </div>
  );
}

function Levels({ level }: { level: string | undefined }) {
  const t = useTranslations('reviews');
  return (
    <Select
      name="level"
      aria-label={t('level')}
      defaultValue={level ?? ''}
      placeholder={t('anyLevel')}
      options={RISK_LEVELS.toReversed().map((value) => ({ value, label: t(`levels.${value}`) }))}
    />
  );
}
