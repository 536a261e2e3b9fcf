'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import * as z from 'zod';
import { Field } from '@/components/form/field';
import { Form, type FormOutcome } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { useSchemaForm } from '@/components/form/use-schema-form';
import { useDateTime } from '@/components/ui/use-date-time';
import { givenPassword } from '@/lib/auth/password-policy';
import type { SignInRefusal } from '@/lib/auth/sign-in-refusal';
import { emailAddress } from '@/lib/kyc/contract/text';
import { type DemoAccount, DemoAccounts } from './demo-accounts';
import { signIn } from './next-auth-client';

const schema = z.object({ email: emailAddress, password: givenPassword });

interface SignInFormProps {
  /** Where to go afterwards: a path of ours. */
  next: string;
  /** Demo mode only. */
  demo?: { accounts: readonly DemoAccount[]; password: string };
}

/** Staff sign in here; in demo mode by one press. */
export function SignInForm({ next, demo }: SignInFormProps) {
  const t = useTranslations('auth.signIn');
  const explain = useRefusal();
  const form = useSchemaForm({ schema, defaultValues: { email: '', password: '' } });
  const [chosen, setChosen] = useState<string>();

  async function send(credentials: z.output<typeof schema>): Promise<FormOutcome> {
    const refusal = await signIn(credentials);
    if (refusal) {
      setChosen(undefined);
      form.methods.resetField('password');
      return { ok: false, message: explain(refusal) };
    }
    location.assign(next);
    // The page is on its way out: the button goes on saying so until it is gone.
    return new Promise<never>(() => undefined);
  }

  function choose(email: string, password: string) {
    setChosen(email);
    form.methods.setValue('email', email);
    form.methods.setValue('password', password);
    // A submit of the form's own, so that the answer is treated like any other.
    document.querySelector<HTMLFormElement>('#sign-in')?.requestSubmit();
  }

  return (
    <>
      <Form id="sign-in" form={form} action={send} startAt="email" className="min-w-0">
        <Field name="email" label={t('email')} autoComplete="username" />
        <Field name="password" label={t('password')} type="password" autoComplete="current-password" />
        <SubmitButton busy={t('busy')} size="lg" className="w-full">
          {t('submit')}
        </SubmitButton>
        <p className="text-sm text-ink-soft">{t('forgotten')}</p>
      </Form>
      {demo && (
        <DemoAccounts
          {...demo}
          chosen={form.methods.formState.isSubmitting ? chosen : undefined}
          onChoose={(email) => choose(email, demo.password)}
        />
      )}
    </>
  );
}

const MINUTE_MS = 60_000;

function useRefusal() {
  const t = useTranslations('auth.signIn');
  const dateTime = useDateTime();
  return (refusal: SignInRefusal): string => {
    if (refusal.cause !== 'paused') return t(refusal.cause);
    // Said to the minute, and never too early.
    const minute = Math.ceil(refusal.until.getTime() / MINUTE_MS) * MINUTE_MS;
    return t('paused', { time: dateTime(new Date(minute)) });
  };
}
