'use client';

import { Trash2 } from 'lucide-react';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { formatCalendarDay } from '@/lib/format/dates';
import type { CountryList, RiskModel } from '@/lib/risk/model';
import { Labelled } from './labelled';
import { ListCountries } from './list-countries';
import { usesOfList } from './list-writing';
import type { ChangeModel, ModelFaults } from './model-actions';

interface CountryListEntryProps {
  model: RiskModel;
  list: CountryList;
  index: number;
  change: ChangeModel;
  faults: ModelFaults;
  onRemove: () => void;
}

/** One country list: what it is called, where it comes from, who is on it, and who asks about it. */
export function CountryListEntry({ model, list, index, change, faults, onRemove }: CountryListEntryProps) {
  const t = useTranslations('riskModel.lists');
  const locale = useLocale();
  const format = useFormatter();
  const uses = usesOfList(model, list.id).map((use) =>
    use.kind === 'row'
      ? t('useRow', { factor: use.factor, row: use.row })
      : t('useFloor', { number: use.number }),
  );
  const edit =
    change &&
    ((write: (list: CountryList) => void) =>
      change(({ countryLists }) => {
        const one = countryLists[index];
        if (one) write(one);
      }));
  const used = uses.length > 0 ? t('usedBy', { uses: format.list(uses) }) : t('unused');
  const box = (key: 'name' | 'source' | 'publishedOn' | 'says') => {
    const fault = faults.get(`countryLists[${index}].${key}`);
    return (
      <Labelled quiet label={t(key)} fault={fault}>
        {(id) => (
          <Input
            id={id}
            type={key === 'publishedOn' ? 'date' : 'text'}
            value={list[key]}
            aria-invalid={fault !== undefined || undefined}
            onChange={({ target }) =>
              edit?.((one) => {
                one[key] = target.value;
              })
            }
          />
        )}
      </Labelled>
    );
  };
  return (
    <li className="space-y-2.5 px-4 py-3">
      <h3 className={edit ? 'sr-only' : 'font-medium'}>{list.name}</h3>
      {edit ? (
        <div className="grid gap-x-4 gap-y-2 md:grid-cols-[1fr_1fr_11rem]">
          {box('name')}
          {box('source')}
          {box('publishedOn')}
          <div className="md:col-span-3">{box('says')}</div>
        </div>
      ) : (
        <p className="text-sm text-ink-soft">
          {t('sourceLine', { source: list.source, day: formatCalendarDay(list.publishedOn, locale) })}
        </p>
      )}
      <ListCountries list={list} edit={edit} />
      <p className="text-sm text-ink-soft">{edit && uses.length > 0 ? `${used} ${t('usedFirst')}` : used}</p>
      {edit && uses.length === 0 && (
        <Button
          size="sm"
          icon={<Trash2 />}
          aria-label={t('removeNamed', { list: list.name })}
          onClick={onRemove}
        >
          {t('remove')}
        </Button>
      )}
    </li>
  );
}
