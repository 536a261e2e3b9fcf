'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { Field } from '@/components/form/field';
import { Form } from '@/components/form/form';
import { outcomeOf } from '@/components/form/outcome';
import { SubmitButton } from '@/components/form/submit-button';
import { useSchemaForm } from '@/components/form/use-schema-form';
import { Bidi } from '@/components/ui/bidi';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import type { Action } from '@/lib/action-result';
import type { Role } from '@/lib/auth/permissions';
import { acceptInvitationInput, firstAdminInput } from '@/lib/auth/staff-input';
import { paths } from '@/lib/paths';
import { LinkFaces } from './link-faces';
import { PasswordField } from './password-field';
import { forgetLink, useOpenedLink } from './use-link';
import { usePasswordWords } from './use-password-words';

type View =
  | { state: 'open'; purpose: 'first_admin' }
  | { state: 'open'; purpose: 'staff_invitation'; email: string; name: string; role: Role }
  | { state: 'over' | 'unknown' };
type Invited = Extract<View, { purpose: 'staff_invitation' }>;

type Account = { token: string; name: string; password: string };

interface NewAccountProps {
  read: Action<{ token: string }, View>;
  accept: Action<Account, { email: string }>;
  makeFirst: Action<Account & { email: string }, { email: string }>;
}

/** The page behind a staff link: an invited person's account, or the installation's first admin. */
export function NewAccount({ read, accept, makeFirst }: NewAccountProps) {
  const t = useTranslations('auth');
  const link = useOpenedLink(read);
  const [made, setMade] = useState<string>();
  if (made !== undefined) return <Made email={made} />;
  const done = (email: string) => {
    forgetLink();
    setMade(email);
  };
  const over = { title: t('link.over'), text: t('link.overText'), todo: t('link.overTodoStaff') };
  return (
    <LinkFaces link={link} checking={t('invitation.checking')} over={over}>
      {({ token, view }) =>
        view.purpose === 'first_admin' ? (
          <FirstAdmin token={token} action={makeFirst} onDone={done} />
        ) : (
          <Invitation token={token} invited={view} action={accept} onDone={done} />
        )
      }
    </LinkFaces>
  );
}

interface FormProps<A> {
  token: string;
  action: A;
  onDone: (email: string) => void;
}

function Invitation({
  token,
  invited,
  action,
  onDone,
}: FormProps<NewAccountProps['accept']> & { invited: Invited }) {
  const t = useTranslations('auth');
  const words = usePasswordWords();
  const defaultValues = { token, name: invited.name, password: '' };
  const form = useSchemaForm({ schema: acceptInvitationInput, defaultValues, words });
  const known = useMemo(() => [invited.email, invited.name], [invited]);
  return (
    <>
      <Head title={t('invitation.title')} lead={t('invitation.lead', { role: t(`roles.${invited.role}`) })} />
      <Form
        form={form}
        startAt="password"
        action={async (values) => {
          const result = await action(values);
          if (result.ok) onDone(result.data.email);
          return outcomeOf(result);
        }}
      >
        <div>
          <p className="font-medium">{t('invitation.email')}</p>
          <p className="mt-1 break-all">
            <Bidi>{invited.email}</Bidi>
          </p>
          {/* Password managers file the new password under it. */}
          <input type="text" name="username" autoComplete="username" value={invited.email} readOnly hidden />
        </div>
        <Field name="name" label={t('invitation.name')} help={t('invitation.nameHelp')} autoComplete="name" />
        <PasswordField known={known} />
        <SubmitButton size="lg" busy={t('invitation.busy')}>
          {t('invitation.submit')}
        </SubmitButton>
      </Form>
    </>
  );
}

function FirstAdmin({ token, action, onDone }: FormProps<NewAccountProps['makeFirst']>) {
  const t = useTranslations('auth.invitation');
  const words = usePasswordWords();
  const defaultValues = { token, email: '', name: '', password: '' };
  const form = useSchemaForm({ schema: firstAdminInput, defaultValues, words });
  const [email, name] = form.methods.watch(['email', 'name']);
  return (
    <>
      <Head title={t('firstTitle')} lead={t('firstLead')} />
      <Form
        form={form}
        startAt="email"
        action={async (values) => {
          const result = await action(values);
          if (result.ok) onDone(result.data.email);
          return outcomeOf(result);
        }}
      >
        <Field name="email" label={t('email')} autoComplete="username" />
        <Field name="name" label={t('name')} help={t('nameHelp')} autoComplete="name" />
        <PasswordField known={[email, name]} />
        <SubmitButton size="lg" busy={t('busy')}>
          {t('firstSubmit')}
        </SubmitButton>
      </Form>
    </>
  );
}

function Head({ title, lead }: { title: string; lead: string }) {
  return (
    <div className="mb-6">
      <h1 className="text-xl font-semibold tracking-[-0.01em]">{title}</h1>
      <p className="mt-1 text-ink-soft">{lead}</p>
    </div>
  );
}

function Made({ email }: { email: string }) {
  const t = useTranslations('auth.invitation');
  return (
    <div role="status">
      <h1 className="text-xl font-semibold">{t('done')}</h1>
      <Notice tone="positive" className="mt-4" title={t('doneText', { email })} />
      <LinkButton variant="primary" href={paths.signIn} className="mt-5">
        {t('toSignIn')}
      </LinkButton>
    </div>
  );
}
