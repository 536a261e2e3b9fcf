'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ToneMark } from '@/components/ui/tone-mark';
import type { CapturedAnswer } from '@/lib/kyc/capture';
import type { Draft } from '@/lib/kyc/capture-draft';
import type { FormField } from '@/lib/kyc/contract/forms';
import { fieldDomId, useCaptureContext } from './capture-context';
import { FieldValue } from './fields/field-value';
import { useTime, useWho } from './source-line';

interface MergeChoiceProps {
  field: FormField;
  mine: Draft | undefined;
  /** Null where the other side took the answer back. */
  theirs: CapturedAnswer | null;
}

/** Two people changed one answer: both are shown, and nothing is overwritten until the reader has chosen. */
export function MergeChoice({ field, mine, theirs }: MergeChoiceProps) {
  const t = useTranslations('capture.merge');
  const { store, fields } = useCaptureContext();
  const who = useWho();
  const time = useTime();
  const titleId = `${fieldDomId(field.id)}-merge`;
  const choose = (choice: 'mine' | 'theirs') => () => {
    store.choose(field.id, choice);
    document.getElementById(fieldDomId(field.id))?.focus();
  };
  return (
    <div
      role="group"
      aria-labelledby={titleId}
      className="mt-2 rounded border border-caution-solid bg-caution-soft"
    >
      <p id={titleId} className="flex items-start gap-2 px-3.5 py-2.5 font-medium">
        <ToneMark tone="caution" className="mt-1.25" />
        <span>
          {theirs
            ? t('title', { who: capitalised(who(theirs.by)), time: time(theirs.answeredAt) })
            : t('titleRemoved')}
          <span className="block text-sm font-normal text-ink-soft">{t('hint')}</span>
        </span>
      </p>
      <div className="grid divide-line border-t border-line bg-surface max-sm:divide-y sm:grid-cols-2 sm:divide-x">
        <Side
          label={t('mine')}
          action={
            <Button size="sm" onClick={choose('mine')}>
              {t('keepMine')}
            </Button>
          }
        >
          <FieldValue field={field} value={mine} context={fields} />
        </Side>
        <Side
          label={t('theirs')}
          action={
            <Button size="sm" onClick={choose('theirs')}>
              {t('takeTheirs')}
            </Button>
          }
        >
          <FieldValue field={field} value={theirs?.answer} context={fields} />
        </Side>
      </div>
    </div>
  );
}

interface SideProps {
  label: string;
  action: React.ReactNode;
  children: React.ReactNode;
}

function Side({ label, action, children }: SideProps) {
  return (
    <div className="flex min-w-0 flex-col gap-2 px-3.5 py-2.5">
      <p className="eyebrow">{label}</p>
      <div className="min-w-0 grow">{children}</div>
      <div>{action}</div>
    </div>
  );
}

const capitalised = (words: string) => words.charAt(0).toLocaleUpperCase() + words.slice(1);
