'use client';

import { useTranslations } from 'next-intl';
import { ComboboxField } from '@/components/form/combobox-field';
import { SelectField } from '@/components/form/select-field';
import { ROLES } from '@/lib/auth/permissions';
import type { NamedEmployee } from './user-actions';

/** Role and employee, as the invitation and the change ask for them. */
export function UserFields({ employees }: { employees: readonly NamedEmployee[] | null }) {
  const t = useTranslations('users.fields');
  const roles = useTranslations('auth.roles');
  return (
    <>
      <SelectField
        name="role"
        label={t('role')}
        options={ROLES.map((value) => ({ value, label: roles(value) }))}
      />
      {employees && (
        <ComboboxField
          name="employeeId"
          label={t('employee')}
          help={t('employeeHelp')}
          placeholder={t('employeePlaceholder')}
          options={employees.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </>
  );
}
