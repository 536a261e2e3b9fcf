'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/components/form/field';
import type { UserType } from '@/lib/kyc/contract/lists';

/** The fields that only one kind of customer has. */
export function NameFields({ userType }: { userType: UserType }) {
  const t = useTranslations('newCustomer');
  if (userType === 'IndividualCustomer') {
    return (
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="individualCustomer.firstName" label={t('firstName')} autoComplete="off" />
        <Field name="individualCustomer.lastName" label={t('lastName')} autoComplete="off" />
      </div>
    );
  }
  return (
    <>
      <Field
        name="legalEntityCustomer.fullName"
        label={t('fullName')}
        help={t('fullNameHelp')}
        autoComplete="off"
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field
          name="legalEntityCustomer.registrationNumber"
          label={t('registrationNumber')}
          mono
          autoComplete="off"
        />
        <Field name="legalEntityCustomer.tradingName" label={t('tradingName')} autoComplete="off" />
      </div>
    </>
  );
}
