'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Code } from '@/components/ui/bidi';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { LinkButton } from '@/components/ui/link-button';
import { ToneMark } from '@/components/ui/tone-mark';
import type { CreatedCustomer } from '@/lib/kyc/new-customer';
import { paths } from '@/lib/paths';

/** What was created, what became of the mail, and what comes next. */
export function CustomerCreated({ created, onAnother }: { created: CreatedCustomer; onAnother: () => void }) {
  const t = useTranslations('newCustomer.created');
  const common = useTranslations('common');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { submissionId, mayOpen, welcomeMail } = created;
  return (
    <section className="max-w-2xl rounded-lg border border-line bg-surface p-6" aria-live="polite">
      <h2 ref={heading} tabIndex={-1} className="flex items-center gap-2.5 text-lg font-semibold">
        <ToneMark tone="positive" className="size-3.5" />
        {t('title')}
      </h2>
      <dl className="mt-4">
        <dt className="text-sm text-ink-soft">{t('id')}</dt>
        <dd className="flex flex-wrap items-center gap-2">
          <Code>{submissionId}</Code>
          <CopyButton text={submissionId} label={t('copyId')} copied={common('copied')} />
        </dd>
      </dl>
      <p className="mt-3">{t(`mail.${welcomeMail}`)}</p>
      <h3 className="mt-5 font-semibold">{t('next')}</h3>
      <ul className="mt-1 list-disc space-y-1 ps-5 text-ink-soft">
        <li>{mayOpen ? t('steps.profile') : t('steps.colleague')}</li>
        <li>{t('steps.password')}</li>
      </ul>
      <div className="mt-6 flex flex-wrap gap-2">
        {mayOpen && (
          <LinkButton variant="primary" href={paths.customer(submissionId)}>
            {t('open')}
          </LinkButton>
        )}
        <Button onClick={onAnother}>{t('another')}</Button>
      </div>
    </section>
  );
}
