'use client';

import { ShieldCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { Code } from '@/components/ui/bidi';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { DateTime } from '@/components/ui/date-time';
import { Notice } from '@/components/ui/notice';
import { Progress } from '@/components/ui/progress';
import type { Action } from '@/lib/action-result';
import type { ChainCheck, ChainPlace, TrailStanding } from '@/lib/audit-trail';

interface ChainPanelProps {
  standing: TrailStanding;
  check: Action<{ from?: ChainPlace | undefined }, ChainCheck>;
}

/** How far the trail is sealed, and a check of the whole chain at the press of a button, call by call. */
export function ChainPanel({ standing: { sealed, since, unsealed }, check }: ChainPanelProps) {
  const t = useTranslations('audit.chain');
  const [checking, start] = useTransition();
  const [so, setSo] = useState<ChainCheck | 'failed'>();

  function press() {
    setSo(undefined);
    start(async () => {
      let from: ChainPlace | undefined;
      for (let isEnd = false; !isEnd; ) {
        const result = await check({ from }).catch(() => undefined);
        setSo(result?.ok ? result.data : 'failed');
        isEnd = !result?.ok || result.data.isEnd;
        if (result?.ok) from = result.data.head;
      }
    });
  }

  return (
    <section aria-label={t('title')} className="mb-5 max-w-3xl space-y-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="min-w-0 text-sm text-ink-soft">
          {since === null
            ? t('none')
            : t.rich('sealed', {
                count: sealed,
                since: () => <DateTime value={since} show="date" />,
              })}{' '}
          {unsealed > 0 && t('unsealed', { count: unsealed })}
        </p>
        {sealed > 0 && (
          <Button icon={<ShieldCheck />} pending={checking ? t('checking') : undefined} onClick={press}>
            {t('check')}
          </Button>
        )}
      </div>
      {checking && so !== undefined && so !== 'failed' && (
        <Progress
          value={so.head.seq}
          max={Math.max(sealed, so.head.seq)}
          label={t('checked')}
          text={t('of', { done: so.head.seq, total: Math.max(sealed, so.head.seq) })}
        />
      )}
      <div aria-live="polite">{!checking && so !== undefined && <Outcome so={so} />}</div>
    </section>
  );
}

function Outcome({ so }: { so: ChainCheck | 'failed' }) {
  const t = useTranslations('audit.chain');
  const common = useTranslations('common');
  if (so === 'failed') {
    return (
      <Notice tone="caution" title={t('failed')}>
        {t('failedText')}
      </Notice>
    );
  }
  if (so.broken) {
    const { seq, fault } = so.broken;
    return (
      <Notice tone="critical" title={t('broken', { seq })}>
        {t(`fault.${fault}`)} {t('brokenText')}
      </Notice>
    );
  }
  return (
    <Notice tone="positive" title={t('whole', { count: so.head.seq })}>
      <p>{t('wholeText', { seq: so.head.seq })}</p>
      <p className="mt-1 flex items-start gap-1">
        <Code>{so.head.hash}</Code>
        <CopyButton text={so.head.hash} label={t('copy')} copied={common('copied')} />
      </p>
    </Notice>
  );
}
