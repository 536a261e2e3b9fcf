'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/components/form/field';
import { Form } from '@/components/form/form';
import { outcomeOf } from '@/components/form/outcome';
import { SubmitButton } from '@/components/form/submit-button';
import { useSchemaForm } from '@/components/form/use-schema-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useToast } from '@/components/ui/toast';
import { inviteStaffInput } from '@/lib/auth/staff-input';
import type { NamedEmployee, UserActions } from './user-actions';
import { UserFields } from './user-fields';

interface InviteDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Whose draft it is. */
  ownId: string;
  employees: readonly NamedEmployee[] | null;
  invite: UserActions['inviteUser'];
  onDone: () => Promise<void>;
}

/** Asks whom to invite, and says before that a mail goes out. */
export function InviteDialog({ open, onOpenChange, ...rest }: InviteDialogProps) {
  const t = useTranslations('users.inviteDialog');
  const common = useTranslations('common');
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('title')}
      description={t('description')}
      closeLabel={common('close')}
    >
      <InviteForm {...rest} onClose={() => onOpenChange(false)} />
    </Dialog>
  );
}

type InviteFormProps = Pick<InviteDialogProps, 'ownId' | 'employees' | 'invite' | 'onDone'> & {
  onClose: () => void;
};

function InviteForm({ ownId, employees, invite, onDone, onClose }: InviteFormProps) {
  const t = useTranslations('users');
  const common = useTranslations('common');
  const toast = useToast();
  const form = useSchemaForm({
    schema: inviteStaffInput,
    defaultValues: { email: '', name: '', role: 'relationship_manager', employeeId: '' },
    draftKey: `invite-user:${ownId}`,
  });
  return (
    <Form
      form={form}
      startAt="email"
      action={async (values) => {
        const result = await invite(values);
        if (result.ok) {
          onClose();
          toast({ title: t('inviteDialog.done', { email: values.email }) });
          await onDone();
        }
        return outcomeOf(result);
      }}
    >
      <Field name="email" label={t('fields.email')} help={t('fields.emailHelp')} autoComplete="off" />
      <Field name="name" label={t('fields.name')} autoComplete="off" />
      <UserFields employees={employees} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{common('cancel')}</Button>
        <SubmitButton busy={t('inviteDialog.busy')}>{t('inviteDialog.submit')}</SubmitButton>
      </div>
    </Form>
  );
}
