'use client';

import { useTranslations } from 'next-intl';
import { DateTime } from '@/components/ui/date-time';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { useCapture, useSignInHref } from './capture-context';

/** What holds for the whole form: a lost session, what came back from this device, what is asked again, why nothing can be changed. */
export function CaptureNotices() {
  const over = useCapture((state) => state.queue.trouble?.kind === 'session');
  const brought = useCapture((state) => state.brought && Object.values(state.queue.unsaved).length > 0);
  const editable = useCapture((state) => state.view.editable.kind);
  const sent = useCapture((state) => state.sent !== null);
  const t = useTranslations('capture');
  return (
    <div className="space-y-3 not-empty:mb-5">
      {over && <SessionOver />}
      {brought && (
        <Notice role="status" tone="info">
          {t('brought')}
        </Notice>
      )}
      {editable === 'asked' && <AskedAgain />}
      {editable === 'nothing' && !sent && <Closed />}
    </div>
  );
}

function SessionOver() {
  const t = useTranslations('capture.session');
  const href = useSignInHref();
  return (
    <Notice
      role="alert"
      tone="critical"
      title={t('title')}
      action={
        <LinkButton variant="primary" size="sm" href={href}>
          {t('action')}
        </LinkButton>
      }
    >
      {t('body')}
    </Notice>
  );
}

/** How much compliance asks for again; each is said at its field, what belongs to no field is said here. */
function AskedAgain() {
  const t = useTranslations('capture.asked');
  const requests = useCapture((state) => state.view.requests);
  const open = requests.filter(({ state }) => state === 'open');
  const loose = open.filter(({ fieldId }) => fieldId === null);
  return (
    <Notice tone="caution" title={t('title', { count: open.length })}>
      <p>{t('body', { count: open.length })}</p>
      {loose.length > 0 && (
        <ul className="mt-2 list-disc space-y-1 ps-4">
          {loose.map(({ id, words }) => (
            <li key={id} className="whitespace-pre-line">
              <bdi>{words}</bdi>
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

function Closed() {
  const t = useTranslations('capture.readOnly');
  const state = useCapture(({ view }) => view.kycState);
  const at = useCapture(({ view }) => view.submittedAt);
  if (state !== 'ComplianceReview') return <Notice tone="neutral">{t('closed')}</Notice>;
  return (
    <Notice tone="neutral">
      {at === null ? t('reviewUndated') : t.rich('review', { at: () => <DateTime value={at} /> })}
    </Notice>
  );
}
