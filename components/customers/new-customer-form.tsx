'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { CheckboxField } from '@/components/form/checkbox-field';
import { ComboboxField } from '@/components/form/combobox-field';
import { Field } from '@/components/form/field';
import { Form } from '@/components/form/form';
import { RadioCardsField } from '@/components/form/radio-cards-field';
import { SubmitButton } from '@/components/form/submit-button';
import { useSchemaForm } from '@/components/form/use-schema-form';
import { Notice } from '@/components/ui/notice';
import type { Action } from '@/lib/action-result';
import { addCustomerInput } from '@/lib/kyc/contract/customers';
import { USER_TYPES } from '@/lib/kyc/contract/lists';
import type { CreatedCustomer, NewCustomerInput } from '@/lib/kyc/new-customer';
import { formServes } from '@/lib/kyc/vocabulary';
import { CustomerCreated } from './customer-created';
import { DuplicateNotice } from './duplicate-notice';
import { FormSection } from './form-section';
import { NameFields } from './name-fields';
import { useCreation } from './use-creation';
import { useKindSwitch } from './use-kind-switch';

interface NewCustomerFormProps {
  create: Action<NewCustomerInput, CreatedCustomer>;
  employees: readonly { id: string; name: string }[];
  forms: readonly { id: string; name: string; entityType?: string | undefined }[];
  user: { id: string; employeeId: string | null };
}

/** Creates a customer of either kind; what is typed outlives errors, reloads and a session that ends. */
export function NewCustomerForm({ create, employees, forms, user }: NewCustomerFormProps) {
  const t = useTranslations('newCustomer');
  const [created, setCreated] = useState<CreatedCustomer>();
  const words = useMemo(() => ({ customerMobileNumber: { format: t('mobileFormat') } }), [t]);
  const own = employees.some(({ id }) => id === user.employeeId) ? user.employeeId : null;
  const form = useSchemaForm({
    schema: addCustomerInput,
    defaultValues: {
      userType: 'IndividualCustomer',
      individualCustomer: { firstName: '', lastName: '' },
      legalEntityCustomer: null,
      customerEmail: '',
      customerMobileNumber: '',
      employeeId: own ?? '',
      formId: '',
      sendEmail: true,
    },
    words,
    draftKey: `new-customer:${user.id}`,
  });
  const { send, sessionOver } = useCreation(create, setCreated);
  const userType = useKindSwitch(form.methods);
  const serving = forms.filter(({ entityType }) => formServes(entityType, userType));

  if (created) {
    return (
      <CustomerCreated
        created={created}
        onAnother={() => {
          form.methods.reset();
          setCreated(undefined);
        }}
      />
    );
  }
  return (
    <Form form={form} action={send} startAt="userType" className="max-w-2xl">
      {sessionOver}
      <FormSection title={t('who')}>
        <RadioCardsField
          name="userType"
          label={t('kind')}
          cards={USER_TYPES.map((value) => ({
            value,
            label: t(`kinds.${value}.label`),
            hint: t(`kinds.${value}.hint`),
          }))}
        />
        <NameFields userType={userType} />
      </FormSection>
      <FormSection title={t('reach')}>
        <Field name="customerEmail" label={t('email')} help={t('emailHelp')} autoComplete="off" />
        <Field
          name="customerMobileNumber"
          label={t('mobile')}
          help={t('mobileHelp')}
          type="tel"
          dir="ltr"
          autoComplete="off"
        />
      </FormSection>
      <FormSection title={t('work')}>
        {own === null && <Notice tone="info">{t('notTied')}</Notice>}
        <ComboboxField
          name="employeeId"
          label={t('employee')}
          help={t('employeeHelp')}
          placeholder={t('employeePlaceholder')}
          options={employees.map(({ id, name }) => ({
            value: id,
            label: name,
            ...(id === own ? { hint: t('self') } : {}),
          }))}
        />
        <ComboboxField
          key={userType}
          name="formId"
          label={t('form')}
          help={t('formHelp')}
          placeholder={t('formPlaceholder')}
          empty={t('noForms')}
          options={serving.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <CheckboxField name="sendEmail" label={t('sendEmail')} hint={t('sendEmailHint')} />
      </FormSection>
      <DuplicateNotice userType={userType} />
      <SubmitButton busy={t('creating')}>{t('create')}</SubmitButton>
    </Form>
  );
}
