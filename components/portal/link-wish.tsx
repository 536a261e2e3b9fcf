'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { DownloadButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { useDateTime } from '@/components/ui/use-date-time';
import { paths } from '@/lib/paths';
import type { LinkFormState } from '@/lib/portal-sign-in';
import { FormField } from './form-field';
import { RefusalNotice } from './refusal-notice';
import { useAnsweredForm } from './use-answered-form';

interface LinkWishProps {
  action: (before: LinkFormState, form: FormData) => Promise<LinkFormState>;
}

/** Asks for a password link. What it says afterwards is the same for every address. */
export function LinkWish({ action }: LinkWishProps) {
  const t = useTranslations('portal.link');
  const signIn = useTranslations('portal.signIn');
  const dateTime = useDateTime();
  const [state, send, busy] = useActionState(action, { email: '' });
  const form = useAnsweredForm(state);
  if (state.sent) return <Sent email={state.email} />;
  return (
    <>
      <h1 className="text-xl font-semibold tracking-[-0.01em]">{t('title')}</h1>
      <p className="mt-1 text-ink-soft">{t('lead')}</p>
      <form ref={form} action={send} noValidate className="mt-6 space-y-5">
        {state.refusal && (
          <RefusalNotice title={signIn('refusedTitle')}>
            {state.refusal.cause === 'paused'
              ? t('paused', { time: dateTime(new Date(state.refusal.until)) })
              : signIn('failed')}
          </RefusalNotice>
        )}
        <FormField
          name="email"
          label={t('email')}
          autoComplete="email"
          typed={state.email}
          fault={state.faults?.email ? signIn('emailFault') : undefined}
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
      <p className="mt-6 border-t border-line pt-4">
        <TextLink href={paths.portalSignIn}>{t('back')}</TextLink>
      </p>
    </>
  );
}

function Sent({ email }: { email: string }) {
  const t = useTranslations('portal.link');
  return (
    <div role="status" className="space-y-4">
      <h1 className="text-xl font-semibold tracking-[-0.01em]">{t('sentTitle')}</h1>
      <Notice tone="info">{t('sent', { email })}</Notice>
      <p className="text-ink-soft">{t('sentHint')}</p>
      <p className="flex flex-wrap items-center gap-x-5 gap-y-2 border-t border-line pt-4">
        <TextLink href={paths.portalSignIn}>{t('back')}</TextLink>
        <DownloadButton href={paths.portalLink} variant="ghost" size="sm">
          {t('another')}
        </DownloadButton>
      </p>
    </div>
  );
}
