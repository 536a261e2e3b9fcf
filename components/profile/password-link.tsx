'use client';

import { useQueryClient } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { DateTime } from '@/components/ui/date-time';
import { Notice } from '@/components/ui/notice';
import { PASSWORD_LINK_MINUTES, type PasswordLinkSent } from '@/lib/kyc/password-link';
import { newId } from '@/lib/new-id';
import { activityQuery } from '@/lib/query/profile';
import type { PasswordLinkDialogProps } from './password-link-dialog';

/** Comes when it is opened: a form brings more than the whole page without it. */
const PasswordLinkDialog = dynamic(async () => (await import('./password-link-dialog')).PasswordLinkDialog, {
  ssr: false,
});

/** Sends the customer a password link: says before what will happen, asks why, says after what happened. */
export function PasswordLink({ submissionId, send }: Pick<PasswordLinkDialogProps, 'submissionId' | 'send'>) {
  const t = useTranslations('profile.passwordLink');
  const client = useQueryClient();
  const [attempt, setAttempt] = useState<string>();
  const [open, setOpen] = useState(false);
  const [sent, setSent] = useState<PasswordLinkSent>();
  return (
    <>
      <Button
        variant="primary"
        icon={<KeyRound />}
        onClick={() => {
          setAttempt(newId());
          setOpen(true);
        }}
      >
        {t('open')}
      </Button>
      {attempt !== undefined && (
        <PasswordLinkDialog
          key={attempt}
          attempt={attempt}
          submissionId={submissionId}
          send={send}
          open={open}
          onOpenChange={setOpen}
          onSent={(outcome) => {
            setSent(outcome);
            void client.invalidateQueries(activityQuery(submissionId));
          }}
        />
      )}
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
