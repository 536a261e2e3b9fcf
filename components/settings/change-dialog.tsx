'use client';

import { useTranslations } from 'next-intl';
import { Form } from '@/components/form/form';
import { outcomeOf } from '@/components/form/outcome';
import { SubmitButton } from '@/components/form/submit-button';
import { useSchemaForm } from '@/components/form/use-schema-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { useToast } from '@/components/ui/toast';
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
export function ChangeDialog({ user, onClose, ...rest }: ChangeDialogProps) {
  const t = useTranslations('users.changeDialog');
  const common = useTranslations('common');
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('title')}
      description={t('description', { name: user.name })}
      closeLabel={common('close')}
    >
      <ChangeForm {...rest} user={user} onClose={onClose} />
    </Dialog>
  );
}

function ChangeForm({ user, ownId, employees, change, onClose, onDone }: ChangeDialogProps) {
  const t = useTranslations('users.changeDialog');
  const common = useTranslations('common');
  const toast = useToast();
  const form = useSchemaForm({
    schema: changeStaffInput,
    defaultValues: { userId: user.id, role: user.role, employeeId: user.employeeId ?? '' },
  });
  return (
    <Form
      form={form}
      startAt="role"
      action={async (values) => {
        const result = await change(values);
        if (result.ok) {
          onClose();
          toast({ title: t('done', { name: user.name }) });
          await onDone();
        }
        return outcomeOf(result);
      }}
    >
      {user.id === ownId && <Notice tone="info">{t('ownRole')}</Notice>}
      <UserFields employees={withCurrent(employees, user)} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{common('cancel')}</Button>
        <SubmitButton busy={t('busy')}>{t('submit')}</SubmitButton>
      </div>
    </Form>
  );
}

/** An employee who is not active any more still shows as what the user is tied to. */
function withCurrent(employees: ChangeDialogProps['employees'], { employeeId }: StaffRow) {
  if (!employees || !employeeId || employees.some(({ id }) => id === employeeId)) return employees;
  return [...employees, { id: employeeId, name: employeeId }];
}
