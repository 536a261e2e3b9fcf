'use client';

import { KeyRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo, useRef, useState } from 'react';
import { Form, type FormOutcome } from '@/components/form/form';
import { TextareaField } from '@/components/form/textarea-field';
import { useSchemaForm } from '@/components/form/use-schema-form';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { DateTime } from '@/components/ui/date-time';
import { Notice } from '@/components/ui/notice';
import type { Action, ActionRefusal } from '@/lib/action-result';
import {
  PASSWORD_LINK_MINUTES,
  type PasswordLinkInput,
  type PasswordLinkSent,
  passwordLinkInput,
} from '@/lib/kyc/password-link';
import { newId } from '@/lib/new-id';

const FORM_ID = 'password-link-form';
const reasonOnly = passwordLinkInput.pick({ reason: true });

interface PasswordLinkProps {
  submissionId: string;
  send: Action<PasswordLinkInput, PasswordLinkSent>;
}

/** Sends the customer a password link: says before what will happen, asks why, says after what happened. */
export function PasswordLink({ submissionId, send }: PasswordLinkProps) {
  const t = useTranslations('profile.passwordLink');
  const [open, setOpen] = useState(false);
  const [sent, setSent] = useState<PasswordLinkSent>();
  const attempt = useRef('');
  const words = useMemo(() => ({ reason: { tooShort: t('reasonShort') } }), [t]);
  const form = useSchemaForm({ schema: reasonOnly, defaultValues: { reason: '' }, words });
  const busy = form.methods.formState.isSubmitting;

  async function submit({ reason }: { reason: string }): Promise<FormOutcome> {
    const result = await send({ submissionId, reason, attempt: attempt.current });
    if (!result.ok) return { ok: false, message: refusalWords(result) };
    setSent(result.data);
    setOpen(false);
    return { ok: true };
  }

  function refusalWords({ code, outcomeUnknown, retryAfter, messages }: ActionRefusal): string {
    if (outcomeUnknown) return t('unknown');
    if (code === 401) return t('session');
    if (code === 429) return t('tooMany', { seconds: retryAfter ?? 60 });
    return messages.join(' ');
  }

  return (
    <>
      <Button
        variant="primary"
        icon={<KeyRound />}
        onClick={() => {
          attempt.current = newId();
          form.methods.reset();
          setOpen(true);
        }}
      >
        {t('open')}
      </Button>
      <AlertDialog
        open={open}
        onOpenChange={setOpen}
        title={t('title')}
        consequence={t('consequence', { minutes: PASSWORD_LINK_MINUTES })}
        cancel={t('cancel')}
        confirm={t('confirm')}
        formId={FORM_ID}
        pending={busy ? t('sending') : undefined}
      >
        <Form id={FORM_ID} form={form} action={submit} startAt="reason">
          <TextareaField name="reason" label={t('reason')} help={t('reasonHelp')} rows={3} />
        </Form>
      </AlertDialog>
      <div aria-live="polite" className="basis-full">
        {sent && <Sent sent={sent} />}
      </div>
    </>
  );
}

function Sent({ sent }: { sent: PasswordLinkSent }) {
  const t = useTranslations('profile.passwordLink');
  const until = new Date(Date.parse(sent.at) + PASSWORD_LINK_MINUTES * 60_000);
  const at = () => <DateTime value={sent.at} />;
  return (
    <Notice tone="positive" title={t('sentTitle')}>
      {sent.sentTo === null
        ? t.rich('sentSomewhere', { at })
        : t.rich('sentTo', {
            at,
            address: () => <bdi className="font-mono">{sent.sentTo}</bdi>,
            until: () => <DateTime value={until} />,
          })}
    </Notice>
  );
}
