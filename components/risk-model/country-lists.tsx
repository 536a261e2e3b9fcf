'use client';

import { X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Combobox } from '@/components/ui/combobox';
import { Input } from '@/components/ui/input';
import { Panel } from '@/components/ui/panel';
import { COUNTRIES, countryName } from '@/lib/format/countries';
import { formatCalendarDay } from '@/lib/format/dates';
import type { CountryList, RiskModel } from '@/lib/risk/model';
import { Fault } from './fault';
import type { ChangeModel, ModelFaults } from './model-actions';

const options = COUNTRIES.map(({ code, name }) => ({ value: code, label: name }));

/** The lists of countries that tables ask about, each with who publishes it and when. */
export function CountryLists({
  model,
  change,
  faults,
}: {
  model: RiskModel;
  change: ChangeModel;
  faults: ModelFaults;
}) {
  const t = useTranslations('riskModel.lists');
  const common = useTranslations('common');
  const locale = useLocale();
  const edit = (index: number, write: (list: CountryList) => void) =>
    change?.(({ countryLists }) => {
      const list = countryLists[index];
      if (list) write(list);
    });
  return (
    <Panel id="lists" title={t('title')} meta={t('meta')} flush>
      <ul className="divide-y divide-line">
        {model.countryLists.map((list, index) => (
          <li key={list.id} className="space-y-2.5 px-4 py-3">
            <h3 className="font-medium">{list.name}</h3>
            {change ? (
              <div className="grid gap-x-4 gap-y-2 md:grid-cols-[1fr_11rem]">
                <label className="space-y-1 text-sm text-ink-soft">
                  {t('source')}
                  <Input
                    value={list.source}
                    aria-invalid={faults.has(`countryLists[${index}].source`) || undefined}
                    onChange={({ target }) =>
                      edit(index, (one) => {
                        one.source = target.value;
                      })
                    }
                  />
                  <Fault text={faults.get(`countryLists[${index}].source`)} />
                </label>
                <label className="space-y-1 text-sm text-ink-soft">
                  {t('publishedOn')}
                  <Input
                    type="date"
                    value={list.publishedOn}
                    aria-invalid={faults.has(`countryLists[${index}].publishedOn`) || undefined}
                    onChange={({ target }) =>
                      edit(index, (one) => {
                        one.publishedOn = target.value;
                      })
                    }
                  />
                  <Fault text={faults.get(`countryLists[${index}].publishedOn`)} />
                </label>
              </div>
            ) : (
              <p className="text-sm text-ink-soft">
                {t('sourceLine', { source: list.source, day: formatCalendarDay(list.publishedOn, locale) })}
              </p>
            )}
            <ul aria-label={t('countriesOf', { list: list.name })} className="flex flex-wrap gap-1.5">
              {list.countries.map((code) => (
                <li
                  key={code}
                  className="inline-flex items-center gap-1 rounded border border-line bg-sunken ps-2 pe-1 text-sm leading-6"
                >
                  <span className="pe-1">{countryName(code)}</span>
                  {change && (
                    <button
                      type="button"
                      className="inline-flex size-6 cursor-pointer items-center justify-center rounded-sm text-ink-soft hover:bg-hover hover:text-ink [&_svg]:size-3.5"
                      aria-label={t('removeCountry', { country: countryName(code), list: list.name })}
                      onClick={() =>
                        edit(index, (one) => {
                          one.countries = one.countries.filter((other) => other !== code);
                        })
                      }
                    >
                      <X aria-hidden="true" />
                    </button>
                  )}
                </li>
              ))}
            </ul>
            {change && (
              <div className="max-w-80">
                <Combobox
                  key={list.countries.length}
                  aria-label={t('addCountry', { list: list.name })}
                  placeholder={t('addPlaceholder')}
                  options={options.filter(({ value }) => !list.countries.includes(value))}
                  value=""
                  onChange={(code) =>
                    code !== '' &&
                    edit(index, (one) => {
                      one.countries = [...one.countries, code].sort();
                    })
                  }
                  labels={{
                    open: common('openList'),
                    clear: common('clearChoice'),
                    empty: common('noMatch'),
                  }}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
