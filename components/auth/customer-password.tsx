'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Form } from '@/components/form/form';
import { outcomeOf } from '@/components/form/outcome';
import { SubmitButton } from '@/components/form/submit-button';
import { useSchemaForm } from '@/components/form/use-schema-form';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { useDateTime } from '@/components/ui/use-date-time';
import type { Action } from '@/lib/action-result';
import { setPasswordInput } from '@/lib/auth/staff-input';
import { LinkFaces } from './link-faces';
import { PasswordField } from './password-field';
import { forgetLink, useOpenedLink } from './use-link';
import { usePasswordWords } from './use-password-words';

type View = { state: 'open'; email: string; expiresAt: string } | { state: 'over' | 'unknown' };

interface CustomerPasswordProps {
  read: Action<{ token: string }, View>;
  accept: Action<{ token: string; password: string }, { email: string }>;
}

/** The page behind a customer's password link. */
export function CustomerPassword({ read, accept }: CustomerPasswordProps) {
  const t = useTranslations('setPassword');
  const link = useOpenedLink(read);
  const [done, setDone] = useState<string>();
  if (done !== undefined) return <Done email={done} />;
  const over = { title: t('over'), text: t('overText'), todo: t('overTodo') };
  return (
    <LinkFaces link={link} checking={t('checking')} over={over}>
      {({ token, view }) => (
        <PasswordForm
          token={token}
          view={view}
          accept={accept}
          onDone={(email) => {
            forgetLink();
            setDone(email);
          }}
        />
      )}
    </LinkFaces>
  );
}

interface PasswordFormProps {
  token: string;
  view: Extract<View, { state: 'open' }>;
  accept: CustomerPasswordProps['accept'];
  onDone: (email: string) => void;
}

function PasswordForm({ token, view, accept, onDone }: PasswordFormProps) {
  const t = useTranslations('setPassword');
  const dateTime = useDateTime();
  const words = usePasswordWords();
  const defaultValues = { token, password: '' };
  const form = useSchemaForm({ schema: setPasswordInput, defaultValues, words });
  const until = dateTime(new Date(view.expiresAt));
  return (
    <>
      <h1 className="text-xl font-semibold tracking-[-0.01em]">{t('title')}</h1>
      <p className="mt-1 mb-6 text-ink-soft">{t('lead', { email: view.email, until })}</p>
      <Form
        form={form}
        startAt="password"
        action={async (values) => {
          const result = await accept(values);
          if (result.ok) onDone(result.data.email);
          return outcomeOf(result);
        }}
      >
        <PasswordField known={[]} />
        <SubmitButton size="lg" busy={t('busy')}>
          {t('submit')}
        </SubmitButton>
      </Form>
    </>
  );
}

function Done({ email }: { email: string }) {
  const t = useTranslations('setPassword');
  return (
    <div role="status" className="space-y-5">
      <h1 className="text-xl font-semibold tracking-[-0.01em]">{t('done')}</h1>
      <Notice tone="positive">{t('doneText', { email })}</Notice>
      <Panel title={t('today')}>
        <p>{t('todayText')}</p>
        <p className="mt-2 text-ink-soft">{t('close')}</p>
      </Panel>
    </div>
  );
}
