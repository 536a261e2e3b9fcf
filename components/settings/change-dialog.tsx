'use client';

import { useTranslations } from 'next-intl';
import { FormDialog } from '@/components/form/form-dialog';
import { Notice } from '@/components/ui/notice';
import { changeStaffInput } from '@/lib/auth/staff-input';
import type { StaffRow } from '@/lib/auth/staff-list';
import type { NamedEmployee, UserActions } from './user-actions';
import { UserFields } from './user-fields';

interface ChangeDialogProps {
  user: StaffRow;
  ownId: string;
  employees: readonly NamedEmployee[] | null;
  change: UserActions['changeUser'];
  onClose: () => void;
  onDone: () => Promise<void>;
}

/** A user's role and employee. */
export function ChangeDialog({ user, ownId, employees, change, ...dialog }: ChangeDialogProps) {
  const t = useTranslations('users.changeDialog');
  return (
    <FormDialog
      {...dialog}
      open
      title={t('title')}
      description={t('description', { name: user.name })}
      asks={{
        schema: changeStaffInput,
        defaultValues: { userId: user.id, role: user.role, employeeId: user.employeeId ?? '' },
      }}
      startAt="role"
      submit={t('submit')}
      busy={t('busy')}
      send={change}
      done={() => t('done', { name: user.name })}
    >
      {user.id === ownId && <Notice tone="info">{t('ownRole')}</Notice>}
      <UserFields employees={withCurrent(employees, user)} />
    </FormDialog>
  );
}

/** An employee who is not active any more still shows as what the user is tied to. */
function withCurrent(employees: ChangeDialogProps['employees'], { employeeId }: StaffRow) {
  if (!employees || !employeeId || employees.some(({ id }) => id === employeeId)) return employees;
  return [...employees, { id: employeeId, name: employeeId }];
}
