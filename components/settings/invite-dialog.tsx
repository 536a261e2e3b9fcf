'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/components/form/field';
import { FormDialog } from '@/components/form/form-dialog';
import { inviteStaffInput } from '@/lib/auth/staff-input';
import type { NamedEmployee, UserActions } from './user-actions';
import { UserFields } from './user-fields';

interface InviteDialogProps {
  open: boolean;
  onClose: () => void;
  /** Whose draft it is. */
  ownId: string;
  employees: readonly NamedEmployee[] | null;
  invite: UserActions['inviteUser'];
  onDone: () => Promise<void>;
}

/** Asks whom to invite, and says before that a mail goes out. */
export function InviteDialog({ ownId, employees, invite, ...dialog }: InviteDialogProps) {
  const t = useTranslations('users');
  return (
    <FormDialog
      {...dialog}
      title={t('inviteDialog.title')}
      description={t('inviteDialog.description')}
      asks={{
        schema: inviteStaffInput,
        defaultValues: { email: '', name: '', role: 'relationship_manager', employeeId: '' },
        draftKey: `invite-user:${ownId}`,
      }}
      startAt="email"
      submit={t('inviteDialog.submit')}
      busy={t('inviteDialog.busy')}
      send={invite}
      done={({ email }) => t('inviteDialog.done', { email })}
    >
      <Field name="email" label={t('fields.email')} help={t('fields.emailHelp')} autoComplete="off" />
      <Field name="name" label={t('fields.name')} autoComplete="off" />
      <UserFields employees={employees} />
    </FormDialog>
  );
}
