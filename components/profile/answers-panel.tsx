'use client';

import { useTranslations } from 'next-intl';
import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import { ToneMark } from '@/components/ui/tone-mark';
import { answerCounts } from '@/lib/kyc/profile-view/counts';
import type { AnswerView, PageView } from '@/lib/kyc/profile-view/types';
import { AnswerValue } from './answer-value';

/** The form's questions by page and section, with what is answered and what is missing. */
export function AnswersPanel({ pages }: { pages: readonly PageView[] }) {
  const t = useTranslations('profile');
  const { total, answered, missing } = answerCounts(pages);
  if (total === 0) return <EmptyState title={t('noAnswers.title')}>{t('noAnswers.body')}</EmptyState>;
  return (
    <Panel id="answers" title={t('answers')} meta={t('answered', { answered, total })} flush>
      <p className="flex items-center gap-2 border-b border-line px-4 py-2 text-sm">
        <ToneMark tone={missing > 0 ? 'caution' : 'positive'} />
        {t('missing', { count: missing })}
      </p>
      <div className="divide-y divide-line-strong">
        {pages.map((page) => (
          <section key={page.name} className="px-4 py-3">
            <h3 className="font-semibold">
              <bdi>{page.name}</bdi>
            </h3>
            {page.sections.map((section) => (
              <section key={section.name} className="mt-2">
                <h4 className="text-sm font-medium text-ink-soft">
                  <bdi>{section.name}</bdi>
                </h4>
                <dl className="divide-y divide-line">
                  {section.answers.map((answer) => (
                    <Answer key={answer.label} answer={answer} />
                  ))}
                </dl>
              </section>
            ))}
          </section>
        ))}
      </div>
    </Panel>
  );
}

/** A question with its answer, or the gap where it should be. */
function Answer({ answer }: { answer: AnswerView }) {
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
            {answer.answeredAt && <Source answer={answer} at={answer.answeredAt} />}
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
function Source({ answer, at }: { answer: AnswerView; at: string }) {
  const t = useTranslations('profile');
  const by =
    answer.answeredBy === 'customer' ? t('byCustomer') : t('byEmployee', { name: answer.answeredBy ?? '' });
  return (
    <span className="block text-xs text-ink-faint">
      {t.rich('answeredMeta', { at: () => <DateTime value={at} show="date" />, by })}
    </span>
  );
}
