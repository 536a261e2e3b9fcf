'use client';

import { useTranslations } from 'next-intl';
import { Form } from '@/components/form/form';
import { outcomeOf } from '@/components/form/outcome';
import { SubmitButton } from '@/components/form/submit-button';
import { useSchemaForm } from '@/components/form/use-schema-form';
import { LinkButton } from '@/components/ui/link-button';
import { useDateTime } from '@/components/ui/use-date-time';
import type { Action } from '@/lib/action-result';
import { setPasswordInput } from '@/lib/auth/staff-input';
import { paths } from '@/lib/paths';
import { LinkFaces } from './link-faces';
import { PasswordField } from './password-field';
import { forgetLink, useOpenedLink } from './use-link';
import { usePasswordWords } from './use-password-words';

type View = { state: 'open'; email: string; expiresAt: string } | { state: 'over' | 'unknown' };

interface CustomerPasswordProps {
  read: Action<{ token: string }, View>;
  accept: Action<{ token: string; password: string }, { email: string }>;
}

/** The page behind a customer's password link; from it the customer goes on into the portal. */
export function CustomerPassword({ read, accept }: CustomerPasswordProps) {
  const t = useTranslations('setPassword');
  const link = useOpenedLink(read);
  const over = {
    title: t('over'),
    text: t('overText'),
    todo: t('overTodo'),
    actions: <LinkButton href={paths.portalLink}>{t('overAction')}</LinkButton>,
  };
  return (
    <LinkFaces link={link} checking={t('checking')} over={over}>
      {({ token, view }) => <PasswordForm token={token} view={view} accept={accept} />}
    </LinkFaces>
  );
}

interface PasswordFormProps {
  token: string;
  view: Extract<View, { state: 'open' }>;
  accept: CustomerPasswordProps['accept'];
}

function PasswordForm({ token, view, accept }: PasswordFormProps) {
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
          if (!result.ok) return outcomeOf(result);
          forgetLink();
          location.assign(paths.portal);
          // The page is on its way out: the button goes on saying so until it is gone.
          return new Promise<never>(() => undefined);
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
