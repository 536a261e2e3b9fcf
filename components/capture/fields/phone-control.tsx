'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Combobox } from '@/components/ui/combobox';
import { Input } from '@/components/ui/input';
import { COUNTRIES } from '@/lib/format/countries';
import { boxesOf, formatted, isKnownNumber, type PhonePlans, phoneOf, settled } from './phone-text';
import type { ControlProps } from './types';
import { usePhonePlans } from './use-phone-plans';

/** A phone number: its country with the calling code, and the national part, written as that country writes it. */
export function PhoneControl({ field, id, value, onChange, aria, context }: ControlProps<'Phone'>) {
  const t = useTranslations('captureFields.phone');
  const common = useTranslations('common');
  const plans = usePhonePlans();
  const { region, text } = boxesOf(value, plans);
  const [left, setLeft] = useState(true);
  const latest = useRef({ value, onChange });
  useEffect(() => {
    latest.current = { value, onChange };
  });

  // What was typed before the numbering plans arrived is read again with them.
  useEffect(() => {
    const { value: before, onChange: change } = latest.current;
    if (plans && before?.typed) change(phoneOf(boxesOf(before, plans), plans));
  }, [plans]);

  const options = useMemo(() => countryOptions(plans), [plans]);
  const doubtful = left && text !== '' && isKnownNumber(value, plans) === false;
  const doubtId = `${id}-doubt`;
  return (
    <div className="space-y-1.5">
      <div className="grid grid-cols-[minmax(0,9rem)_minmax(0,1fr)] gap-2 sm:grid-cols-[minmax(0,15rem)_minmax(0,16rem)]">
        <Combobox
          id={`${id}-region`}
          aria-label={t('country')}
          options={options}
          value={region}
          placeholder={t('countryShort')}
          onChange={(code) => onChange(phoneOf({ region: code, text }, plans))}
          labels={{ open: t('country'), clear: common('clearChoice'), empty: common('noMatch') }}
        />
        <Input
          id={id}
          {...aria}
          aria-describedby={
            [aria['aria-describedby'], doubtful && doubtId].filter(Boolean).join(' ') || undefined
          }
          type="tel"
          dir="ltr"
          autoComplete={(context.autofill ?? true) ? `section-${field.id} tel` : 'off'}
          value={text}
          onFocus={() => setLeft(false)}
          onChange={({ target, nativeEvent }) => {
            const atEnd = target.selectionStart === target.value.length;
            const typing = nativeEvent instanceof InputEvent && nativeEvent.inputType.startsWith('insert');
            const next = { region, text: target.value };
            onChange(
              phoneOf(plans && atEnd && typing ? { region, text: formatted(next, plans) } : next, plans),
            );
          }}
          onBlur={() => {
            setLeft(true);
            const next = settled(value, plans);
            if (next !== value) onChange(next);
          }}
        />
      </div>
      {doubtful && (
        <p id={doubtId} className="text-sm text-caution-fg">
          {t('doubtful')}
        </p>
      )}
    </div>
  );
}

function countryOptions(plans: PhonePlans | undefined) {
  return COUNTRIES.flatMap(({ code, name, otherNames }) => {
    const hint = otherNames.length > 0 ? { hint: otherNames.join(' · ') } : {};
    if (!plans) return [{ value: code, label: name, ...hint }];
    if (!plans.isSupportedCountry(code)) return [];
    return [{ value: code, label: `+${plans.getCountryCallingCode(code)} ${name}`, ...hint }];
  });
}
