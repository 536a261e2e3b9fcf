'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/text-link';
import { useDateTime } from '@/components/ui/use-date-time';
import { paths } from '@/lib/paths';
import type { PortalRefusal, SignInFormState } from '@/lib/portal-sign-in';
import { type DemoCustomer, DemoCustomers } from './demo-customers';
import { FormField } from './form-field';
import { RefusalNotice } from './refusal-notice';
import { useAnsweredForm } from './use-answered-form';

interface PortalSignInProps {
  action: (before: SignInFormState, form: FormData) => Promise<SignInFormState>;
  /** Where to go afterwards: a path of the portal, or nothing. */
  next: string;
  /** Demo mode only. */
  demo?: { accounts: readonly DemoCustomer[]; password: string };
}

/** Customers sign in here. */
export function PortalSignIn({ action, next, demo }: PortalSignInProps) {
  const t = useTranslations('portal.signIn');
  const explain = useRefusalWords();
  const [state, send, busy] = useActionState(action, { email: '' });
  const form = useAnsweredForm(state);
  return (
    <>
      <div className="min-w-0 space-y-6">
        <form ref={form} action={send} noValidate className="space-y-5">
          {state.refusal && <RefusalNotice title={t('refusedTitle')}>{explain(state.refusal)}</RefusalNotice>}
          <input type="hidden" name="next" value={next} />
          <FormField
            name="email"
            label={t('email')}
            autoComplete="username"
            typed={state.email}
            fault={state.faults?.email ? t('emailFault') : undefined}
          />
          <FormField
            name="password"
            label={t('password')}
            autoComplete="current-password"
            fault={state.faults?.password ? t('passwordFault') : undefined}
          />
          <Button
            type="submit"
            variant="primary"
            size="lg"
            pending={busy ? t('busy') : undefined}
            className="w-full"
          >
            {t('submit')}
          </Button>
        </form>
        <p className="border-t border-line pt-4">
          {t('first')} <TextLink href={paths.portalLink}>{t('sendLink')}</TextLink>
        </p>
      </div>
      {demo && <DemoCustomers {...demo} send={send} busy={busy} next={next} />}
    </>
  );
}

const MINUTE_MS = 60_000;

function useRefusalWords() {
  const t = useTranslations('portal.signIn');
  const dateTime = useDateTime();
  return (refusal: PortalRefusal): string => {
    if (refusal.cause !== 'paused') return t(refusal.cause);
    // Said to the minute, and never too early.
    const minute = Math.ceil(Date.parse(refusal.until) / MINUTE_MS) * MINUTE_MS;
    return t('paused', { time: dateTime(new Date(minute)) });
  };
}
