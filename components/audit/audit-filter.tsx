import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { ChoiceLink } from '@/components/ui/choice-link';
import { Input } from '@/components/ui/input';
import { FIRM_KINDS, TRAIL_KINDS, type TrailPeople, type TrailView } from '@/lib/audit-trail';
import { paths, withQuery } from '@/lib/paths';
import { PersonBox } from './person-box';

interface AuditFilterProps {
  view: TrailView;
  people: TrailPeople;
  withCustomers: boolean;
}

/** Which kind of event, by whom, up to when. All of it is links and one GET form: the URL is the view. */
export function AuditFilter({ view: { kind, person, until }, people, withCustomers }: AuditFilterProps) {
  const t = useTranslations('audit');
  const id = useId();
  const kinds = [undefined, ...(withCustomers ? TRAIL_KINDS : FIRM_KINDS)];
  return (
    <div className="mb-4 space-y-3">
      <nav aria-label={t('kinds')} className="flex flex-wrap gap-2">
        {kinds.map((one) => (
          <ChoiceLink
            key={one ?? 'all'}
            href={withQuery(paths.audit, { kind: one, person, until })}
            current={one === kind}
          >
            {t(`kind.${one ?? 'all'}`)}
          </ChoiceLink>
        ))}
      </nav>
      <form
        key={`${kind} ${person} ${until}`}
        action={paths.audit}
        className="flex flex-wrap items-end gap-x-3 gap-y-2"
      >
        {kind && <input type="hidden" name="kind" value={kind} />}
        <div className="max-w-full">
          <label htmlFor={`${id}-person`} className="mb-1 block text-sm font-medium">
            {t('person')}
          </label>
          <PersonBox
            id={`${id}-person`}
            name="person"
            person={person}
            people={people.listed}
            anybody={t('anybody')}
          />
        </div>
        <div>
          <label htmlFor={`${id}-until`} className="mb-1 block text-sm font-medium">
            {t('until')}
          </label>
          <Input id={`${id}-until`} type="date" name="until" defaultValue={until ?? ''} />
        </div>
        <Button type="submit">{t('apply')}</Button>
      </form>
      {people.more && (
        <p className="text-sm text-ink-soft">{t('notAllPeople', { count: people.listed.length })}</p>
      )}
    </div>
  );
}
