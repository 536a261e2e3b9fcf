import { useTranslations } from 'next-intl';
import { Code } from '@/components/ui/bidi';
import { CopyButton } from '@/components/ui/copy-button';
import { DateTime } from '@/components/ui/date-time';
import { Fact, Facts } from '@/components/ui/facts';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import { linkIn, type OutboxMail } from '@/lib/outbox';
import { paths } from '@/lib/paths';
import { MailContent } from './mail-content';
import { MailState } from './mail-state';

/** One mail: what it says, as far as it may be shown, and what became of it. */
export function MailView({ mail }: { mail: OutboxMail }) {
  const t = useTranslations('outbox.mail');
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_22rem]">
      <Panel id="mail-content" title={t('content')} className="min-w-0">
        {mail.body ? (
          <MailContent body={mail.body} />
        ) : (
          <Notice tone="neutral">{t(`hidden.${mail.state === 'kept' ? 'failed' : mail.state}`)}</Notice>
        )}
      </Panel>
      <div className="space-y-4 max-xl:order-first">
        <Panel id="mail-facts" title={t('facts')}>
          <MailFacts mail={mail} />
        </Panel>
        {mail.body && <Notice tone="info">{t(linkIn(mail.body.text) ? 'onRecordLink' : 'onRecord')}</Notice>}
      </div>
    </div>
  );
}

function MailFacts({ mail }: { mail: OutboxMail }) {
  const t = useTranslations('outbox.mail');
  const kind = useTranslations('outbox.kind');
  const common = useTranslations('common');
  return (
    <Facts className="-my-2">
      <Fact term={t('state')}>
        <MailState state={mail.state} look="plain" />
      </Fact>
      <Fact term={t('to')}>
        <bdi className="[overflow-wrap:anywhere]">{mail.recipient}</bdi>
      </Fact>
      <Fact term={t('kind')}>{kind(mail.kind)}</Fact>
      <Fact term={t('written')}>
        <DateTime value={mail.createdAt} />
      </Fact>
      {mail.sentAt && (
        <Fact term={t('sent')}>
          <DateTime value={mail.sentAt} />
        </Fact>
      )}
      {mail.attempts > 0 && <Fact term={t('attempts')}>{mail.attempts}</Fact>}
      {mail.attempts > 0 && mail.nextAttemptAt && (
        <Fact term={t('next')}>
          <DateTime value={mail.nextAttemptAt} />
        </Fact>
      )}
      {mail.lastFault && (
        <Fact term={t('fault')}>
          <Code>{mail.lastFault}</Code>
        </Fact>
      )}
      {mail.submissionId && (
        <Fact term={t('customer')}>
          <TextLink href={paths.customer(mail.submissionId)}>{t('openCustomer')}</TextLink>
        </Fact>
      )}
      <Fact term={t('id')}>
        <Code>{mail.id}</Code> <CopyButton text={mail.id} label={t('copyId')} copied={common('copied')} />
      </Fact>
    </Facts>
  );
}
