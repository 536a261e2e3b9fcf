'use client';

import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Notice } from '@/components/ui/notice';
import { useToast } from '@/components/ui/toast';
import type { ActionRefusal } from '@/lib/action-result';
import type { StaffRow } from '@/lib/auth/staff-list';
import { ChangeDialog } from './change-dialog';
import type { NamedEmployee, UserActions } from './user-actions';

/** What an admin has begun to do to a user. */
export type UserTask = { kind: 'change' | 'resend' | 'renew' | 'disable' | 'enable'; user: StaffRow };

interface UserDialogsProps {
  task: UserTask | undefined;
  ownId: string;
  employees: readonly NamedEmployee[] | null;
  actions: UserActions;
  onClose: () => void;
  onDone: () => Promise<void>;
}

/** The dialog of the task that was begun. */
export function UserDialogs({ task, actions, onClose, onDone, ...rest }: UserDialogsProps) {
  if (!task) return null;
  const { kind, user } = task;
  const shared = { user, onClose, onDone };
  switch (kind) {
    case 'change':
      return <ChangeDialog {...shared} {...rest} change={actions.changeUser} />;
    case 'disable':
      return <ConfirmDialog {...shared} words="disableDialog" act={actions.disableUser} danger />;
    case 'enable':
      return <ConfirmDialog {...shared} words="enableDialog" act={actions.enableUser} />;
    case 'resend':
      return <ConfirmDialog {...shared} words="resendDialog" act={actions.resendUserInvitation} />;
    case 'renew':
      return <ConfirmDialog {...shared} words="renewDialog" act={actions.resendUserInvitation} />;
  }
}

interface ConfirmDialogProps {
  user: StaffRow;
  words: 'disableDialog' | 'enableDialog' | 'resendDialog' | 'renewDialog';
  act: UserActions['disableUser'];
  danger?: boolean;
  onClose: () => void;
  onDone: () => Promise<void>;
}

/** Says what will happen to somebody, does it once, and says what happened or why not. */
function ConfirmDialog({ user, words, act, danger = false, onClose, onDone }: ConfirmDialogProps) {
  const t = useTranslations(`users.${words}`);
  const common = useTranslations('common');
  const form = useTranslations('form');
  const roles = useTranslations('auth.roles');
  const toast = useToast();
  const [acting, start] = useTransition();
  const [refusal, setRefusal] = useState<Pick<ActionRefusal, 'messages'>>();
  const said = { name: user.name, email: user.email, role: roles(user.role) };

  function confirm() {
    start(async () => {
      const result = await act({ userId: user.id }).catch(() => ({
        ok: false as const,
        messages: [form('notReached')],
      }));
      if (!result.ok) {
        setRefusal(result);
        return;
      }
      onClose();
      toast({ title: t('done', said) });
      await onDone();
    });
  }

  return (
    <AlertDialog
      open
      onOpenChange={onClose}
      title={t('title', said)}
      consequence={t('consequence', said)}
      cancel={common('cancel')}
      confirm={t('confirm')}
      pending={acting ? t('busy') : undefined}
      danger={danger}
      onConfirm={confirm}
    >
      {refusal && (
        <Notice tone="critical" role="alert">
          {refusal.messages.join(' ')}
        </Notice>
      )}
    </AlertDialog>
  );
}
