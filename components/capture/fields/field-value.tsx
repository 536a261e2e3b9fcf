'use client';

import { useLocale, useTranslations } from 'next-intl';
import { lazy, type ReactNode, Suspense } from 'react';
import { Skeleton } from '@/components/ui/skeleton';
import { countryName } from '@/lib/format/countries';
import { formatCalendarDay } from '@/lib/format/dates';
import { formatNumber } from '@/lib/format/numbers';
import { answerOf, type Draft } from '@/lib/kyc/capture-draft';
import type { FormField } from '@/lib/kyc/contract/forms';
import { DocumentCard } from './documents/document-card';
import { unknownFile } from './documents/stored-file';
import { PhoneValue } from './phone-value';
import { SignedPicture } from './signature/signed-picture';
import type { FieldContext } from './types';

/** Large and on few pages, like the control of such a field. */
const PeopleValue = lazy(async () => ({ default: (await import('./people/people-value')).PeopleValue }));

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
      return <PhoneValue number={value.textValue ?? value.typed ?? ''} />;
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
    case 'UserAddress':
      return <Address parts={value} />;
    case 'CompanyAddress':
      return <CompanyAddress value={value} />;
    case 'Passport':
    case 'Document':
      return <Attached id={value.documentId} label={field.label} context={context} />;
    case 'IdCard':
      return (
        <div className="space-y-2">
          <Attached id={value.idCardFrontId} label={t('idCard.front')} context={context} />
          <Attached id={value.idCardBackId} label={t('idCard.back')} context={context} />
        </div>
      );
    case 'Signature':
      return value.documentId ? (
        <SignedPicture
          documentId={value.documentId}
          signedAt={value.signedAt}
          previewUrl={context.upload.previewUrl}
        />
      ) : null;
    case 'People':
      return (
        <Suspense fallback={<Skeleton className="h-24 w-full" />}>
          <PeopleValue field={field} people={value.people ?? []} customerName={context.customerName} />
        </Suspense>
      );
  }
}

interface AddressLines {
  address?: string | undefined;
  city?: string | undefined;
  state?: string | undefined;
  zipcode?: string | undefined;
  countryId?: string | undefined;
}

/** As on an envelope: street, place, country. */
function Address({ parts }: { parts: AddressLines }) {
  const place = [parts.city, parts.state, parts.zipcode].filter(Boolean).join(', ');
  const lines = [parts.address, place, parts.countryId && countryName(parts.countryId)].filter(Boolean);
  return (
    <address className="not-italic">
      {lines.map((line) => (
        <bdi key={line} className="block">
          {line}
        </bdi>
      ))}
    </address>
  );
}

function CompanyAddress({ value }: { value: Draft<'CompanyAddress'> }) {
  const t = useTranslations('captureFields.address');
  if (!value.hasCorrespondenceAddress) return <Address parts={value} />;
  return (
    <div className="space-y-2">
      <Address parts={value} />
      <div>
        <p className="text-sm text-ink-soft">{t('correspondence')}</p>
        <Address
          parts={{
            address: value.correspondenceAddress,
            city: value.correspondenceCity,
            zipcode: value.correspondenceZipcode,
            countryId: value.correspondenceCountryId,
          }}
        />
      </div>
    </div>
  );
}

function Attached({ id, label, context }: { id: string | undefined; label: string; context: FieldContext }) {
  if (id === undefined) return null;
  const file = context.documents.find((document) => document.id === id) ?? unknownFile(id, label);
  return <DocumentCard file={file} upload={context.upload} today={context.today} />;
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
