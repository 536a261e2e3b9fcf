'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DateTime } from '@/components/ui/date-time';
import { countryName } from '@/lib/format/countries';
import { formatCalendarDay } from '@/lib/format/dates';
import { formatNumber } from '@/lib/format/numbers';
import { answerOf, type Draft } from '@/lib/kyc/capture-draft';
import type { FormField } from '@/lib/kyc/contract/forms';
import type { FieldContext } from './types';

interface FieldValueProps {
  field: FormField;
  value: Draft | undefined;
  context: FieldContext;
}

/** What a field is answered with, to be read. */
export function FieldValue({ field, value, context }: FieldValueProps) {
  const t = useTranslations('captureFields');
  const locale = useLocale();
  if (value === undefined || answerOf(value) === null) {
    return <p className="text-ink-soft">{t('notAnswered')}</p>;
  }
  switch (value.fieldTypeId) {
    case 'Text':
    case 'TextArea':
    case 'Email':
      return <Words>{value.textValue}</Words>;
    case 'Phone':
      return (
        <p>
          <bdi dir="ltr">{value.textValue ?? value.typed}</bdi>
        </p>
      );
    case 'Number':
      return <p>{value.numberValue === undefined ? value.typed : formatNumber(value.numberValue, locale)}</p>;
    case 'DatePicker':
      return <p>{value.date && formatCalendarDay(value.date, locale)}</p>;
    case 'SingleOptionRadio':
      return <Words>{optionText(field, value.optionId)}</Words>;
    case 'MultiOptionsCheckBox':
      return (
        <List none={t('noneChosen')} items={(value.optionIds ?? []).map((id) => optionText(field, id))} />
      );
    case 'Country':
      return <Words>{countryName(value.countryId ?? '')}</Words>;
    default:
      return null;
  }
}

function Words({ children }: { children: ReactNode }) {
  return (
    <p className="max-w-prose whitespace-pre-line">
      <bdi>{children}</bdi>
    </p>
  );
}

function List({ items, none }: { items: string[]; none: string }) {
  if (items.length === 0) return <p className="text-ink-soft">{none}</p>;
  return (
    <ul className="list-disc ps-4">
      {items.map((item) => (
        <li key={item}>
          <bdi>{item}</bdi>
        </li>
      ))}
    </ul>
  );
}

function optionText({ options }: FormField, id: string | undefined): string {
  return options?.find((option) => option.id === id)?.optionText ?? id ?? '';
}
