'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Combobox } from '@/components/ui/combobox';
import { COUNTRIES, countryName } from '@/lib/format/countries';
import type { CountryList } from '@/lib/risk/model';

const options = COUNTRIES.map(({ code, name }) => ({ value: code, label: name }));

interface ListCountriesProps {
  list: CountryList;
  edit: ((write: (list: CountryList) => void) => void) | undefined;
}

/** The countries of a list, to be read, or to be added and taken away. */
export function ListCountries({ list, edit }: ListCountriesProps) {
  const t = useTranslations('riskModel.lists');
  const common = useTranslations('common');
  return (
    <>
      {list.countries.length === 0 ? (
        <p className="text-ink-soft">{t('noCountry')}</p>
      ) : (
        <ul aria-label={t('countriesOf', { list: list.name })} className="flex flex-wrap gap-1.5">
          {list.countries.map((code) => (
            <li
              key={code}
              className="inline-flex items-center gap-1 rounded border border-line bg-sunken ps-2 pe-1 text-sm leading-6"
            >
              <span className="pe-1">{countryName(code)}</span>
              {edit && (
                <button
                  type="button"
                  className="inline-flex size-6 cursor-pointer items-center justify-center rounded-sm text-ink-soft hover:bg-hover hover:text-ink [&_svg]:size-3.5"
                  aria-label={t('removeCountry', { country: countryName(code), list: list.name })}
                  onClick={() =>
                    edit((one) => {
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
      )}
      {edit && (
        <div className="max-w-80">
          <Combobox
            key={list.countries.length}
            aria-label={t('addCountry', { list: list.name })}
            placeholder={t('addPlaceholder')}
            options={options.filter(({ value }) => !list.countries.includes(value))}
            value=""
            onChange={(code) =>
              code !== '' &&
              edit((one) => {
                one.countries = [...one.countries, code].sort();
              })
            }
            labels={{ open: common('openList'), clear: common('clearChoice'), empty: common('noMatch') }}
          />
        </div>
      )}
    </>
  );
}
