'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { DateTime } from '@/components/ui/date-time';
import { LinkButton } from '@/components/ui/link-button';
import { ToneMark } from '@/components/ui/tone-mark';
import { useCapture, useCaptureContext } from './capture-context';

interface CaptureDoneProps {
  /** Whether it was sent back after something was asked again. */
  again: boolean;
  onRead: () => void;
}

/** The form is sent: what happens now, and where to go on. */
export function CaptureDone({ again, onRead }: CaptureDoneProps) {
  const t = useTranslations('capture.done');
  const { audience, links } = useCaptureContext();
  const at = useCapture((state) => state.view.submittedAt);
  const name = useCapture((state) => state.view.customerName);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }, []);
  return (
    <div className="rounded-lg border border-line bg-surface p-6 max-sm:p-4">
      <div className="flex items-start gap-3">
        <ToneMark tone="positive" className="mt-2 size-3!" />
        <div className="min-w-0 space-y-2">
          <h1 ref={title} tabIndex={-1} className="text-xl font-semibold tracking-[-0.01em] outline-none">
            {t(again ? 'titleAgain' : 'title')}
          </h1>
          {at !== null && !again && (
            <p className="text-ink-soft">{t.rich('at', { at: () => <DateTime value={at} /> })}</p>
          )}
          <p className="max-w-prose">{t(audience)}</p>
          <div className="flex flex-wrap gap-2 pt-3">
            <LinkButton variant="primary" href={links.done}>
              {audience === 'customer' ? t('linkCustomer') : t('linkEmployee', { name })}
            </LinkButton>
            <Button onClick={onRead}>{t('read')}</Button>
          </div>
        </div>
      </div>
    </div>
  );
}
