'use client';

import { ExternalLink } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { CopyButton } from '@/components/ui/copy-button';
import { DownloadButton } from '@/components/ui/link-button';
import { Tabs } from '@/components/ui/tabs';
import { linkIn, type OutboxMail } from '@/lib/outbox';
import { MailFrame } from './mail-frame';

/** What a mail says, in both its forms, and the link in it at hand. */
export function MailContent({ body }: { body: NonNullable<OutboxMail['body']> }) {
  const t = useTranslations('outbox.mail');
  const common = useTranslations('common');
  const link = linkIn(body.text);
  return (
    <>
      {link && (
        <div className="mb-3 flex flex-wrap items-center gap-2">
          <DownloadButton href={link} target="_blank" rel="noopener noreferrer" icon={<ExternalLink />}>
            {t('openLink')}
          </DownloadButton>
          <CopyButton text={link} label={t('copyLink')} copied={common('copied')} />
        </div>
      )}
      <Tabs
        label={t('content')}
        tabs={[
          { id: 'seen', label: t('asSeen'), panel: <MailFrame html={body.html} title={t('frame')} /> },
          {
            id: 'text',
            label: t('asText'),
            panel: (
              <pre
                dir="auto"
                className="rounded border border-line bg-raised p-4 font-mono text-sm whitespace-pre-wrap [overflow-wrap:anywhere]"
              >
                {body.text}
              </pre>
            ),
          },
        ]}
      />
    </>
  );
}
