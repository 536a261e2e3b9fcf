'use client';

import { useTranslations } from 'next-intl';
import { DateTime } from '@/components/ui/date-time';
import { ToneMark } from '@/components/ui/tone-mark';
import type { AnswerView, SectionView } from '@/lib/kyc/profile-view/types';
import { AnswerValue } from './answer-value';

/** A section's answers; when and by whom they were given is said once where it is the same for all of them. */
export function SectionAnswers({ section }: { section: SectionView }) {
  const given = section.answers.filter((answer) => answer.value !== null);
  const [first] = given;
  const shared = given.every(
    (answer) => day(answer) === day(first) && answer.answeredBy === first?.answeredBy,
  );
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h4 className="text-sm font-medium text-ink-soft">
          <bdi>{section.name}</bdi>
        </h4>
        {shared && first && <Source answer={first} />}
      </div>
      <dl className="divide-y divide-line">
        {section.answers.map((answer) => (
          <Answer key={answer.label} answer={answer} showSource={!shared} />
        ))}
      </dl>
    </>
  );
}

const day = (answer: AnswerView | undefined) => answer?.answeredAt?.slice(0, 10);

/** A question with its answer, or the gap where it should be. */
function Answer({ answer, showSource }: { answer: AnswerView; showSource: boolean }) {
  const t = useTranslations('profile');
  return (
    <div className="grid gap-x-4 py-2 sm:grid-cols-[minmax(8rem,2fr)_3fr]">
      <dt className="text-sm/5 text-ink-soft">
        <bdi>{answer.label}</bdi>
      </dt>
      <dd className="min-w-0">
        {answer.value ? (
          <>
            <AnswerValue value={answer.value} />
            {showSource && <Source answer={answer} />}
          </>
        ) : answer.required ? (
          <span className="inline-flex items-center gap-1.5 font-medium text-caution-fg">
            <ToneMark tone="caution" />
            {t('notAnsweredRequired')}
          </span>
        ) : (
          <span className="text-ink-faint">{t('notAnswered')}</span>
        )}
      </dd>
    </div>
  );
}

/** When and by whom it was answered; quiet, since it is asked for now and then. */
function Source({ answer }: { answer: AnswerView }) {
  const t = useTranslations('profile');
  const at = answer.answeredAt;
  if (at === null) return null;
  const by =
    answer.answeredBy === 'customer' ? t('byCustomer') : t('byEmployee', { name: answer.answeredBy ?? '' });
  return (
    <span className="block text-xs text-ink-faint">
      {t.rich('answeredMeta', { at: () => <DateTime value={at} show="date" />, by })}
    </span>
  );
}
