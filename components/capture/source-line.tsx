'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { DateTime } from '@/components/ui/date-time';
import { ToneMark } from '@/components/ui/tone-mark';
import type { CapturedAnswer, CaptureView } from '@/lib/kyc/capture';
import type { FormSection } from '@/lib/kyc/contract/forms';
import type { Source } from '@/lib/kyc/profile-page';
import { type Audience, useCaptureContext } from './capture-context';
import type { Mark } from './capture-state';

type Reader = { audience: Audience; readerName: string | undefined };

/** Whether somebody other than the reader answered. */
export function isForeign({ by }: CapturedAnswer, { audience, readerName }: Reader): boolean {
  if (by.kind === 'customer') return audience !== 'customer';
  return by.name === null || by.name !== readerName;
}

/** An answer that stands for all of a section's: given by the same other person, on the same day. */
export function sharedSource(
  section: FormSection,
  answers: CaptureView['answers'],
  reader: Reader,
): CapturedAnswer | undefined {
  const given = section.fields.flatMap(({ id }) => answers[id] ?? []);
  const [first] = given;
  if (given.length < 2 || !first?.answeredAt || !isForeign(first, reader)) return undefined;
  const day = first.answeredAt.slice(0, 10);
  const same = given.every(
    ({ by, answeredAt }) =>
      by.kind === first.by.kind && by.name === first.by.name && answeredAt?.slice(0, 10) === day,
  );
  return same ? first : undefined;
}

const WHO = { customer: 'customer', system: 'system' } as const;

/** Who answered and when, under an answer that is not the reader's own. */
export function SourceLine({ answer }: { answer: CapturedAnswer }) {
  const t = useTranslations('capture.source');
  const { by, answeredAt } = answer;
  if (answeredAt === null) return null;
  const at = () => <DateTime value={answeredAt} />;
  return (
    <p className="text-xs text-ink-faint">
      {by.kind === 'employee' && by.name !== null
        ? t.rich('employee', { name: by.name, at })
        : t.rich(by.kind === 'employee' ? 'someone' : WHO[by.kind], { at })}
    </p>
  );
}

/** The same for a whole section. */
export function SectionSource({ answer }: { answer: CapturedAnswer }) {
  const t = useTranslations('capture.source');
  const { by, answeredAt } = answer;
  if (answeredAt === null) return null;
  const at = () => <DateTime value={answeredAt} show="date" />;
  const keys = { customer: 'sectionCustomer', system: 'sectionSystem' } as const;
  return (
    <p className="text-xs text-ink-faint">
      {by.kind === 'employee' && by.name !== null
        ? t.rich('sectionEmployee', { name: by.name, at })
        : t.rich(by.kind === 'employee' ? 'sectionSomeone' : keys[by.kind], { at })}
    </p>
  );
}

/** What the reader calls whoever changed something meanwhile. */
export function useWho(): (by: Source | null) => string {
  const t = useTranslations('capture.who');
  const { audience, readerName } = useCaptureContext();
  return (by) => {
    if (by?.kind === 'customer') return t(audience === 'customer' ? 'self' : 'customer');
    return by?.name && by.name === readerName ? t('self') : (by?.name ?? t('someone'));
  };
}

/** The time of day of a change that came in while the form was open, to the minute. */
export function useTime(): (at: string | null) => string {
  const format = useFormatter();
  return (at) =>
    at === null
      ? ''
      : format.dateTime(new Date(at), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** A quiet mark: this answer changed under the reader's eyes. */
export function MarkLine({ mark }: { mark: Mark }) {
  const t = useTranslations('capture.mark');
  const who = useWho();
  const time = useTime();
  return (
    <p className="inline-flex items-center gap-1.5 text-sm text-info-fg">
      <ToneMark tone="info" />
      {mark.at === null ? t('removed') : t('changed', { who: who(mark.by), time: time(mark.at) })}
    </p>
  );
}
