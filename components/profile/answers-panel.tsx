'use client';

import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import { ToneMark } from '@/components/ui/tone-mark';
import type { ProfilePage } from '@/lib/kyc/profile-page';
import { answerCounts } from '@/lib/kyc/profile-view/counts';
import { type AskedAnswer, SectionAnswers } from './section-answers';

interface AnswersPanelProps {
  profile: ProfilePage;
  /** Undefined where nobody may ask. */
  onAsk: ((question: AskedAnswer) => void) | undefined;
}

/** The form's questions by page and section, with what is answered and what is missing. */
export function AnswersPanel({ profile, onAsk }: AnswersPanelProps) {
  const t = useTranslations('profile');
  const { pages } = profile;
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
                <SectionAnswers section={section} profile={profile} onAsk={onAsk} />
              </section>
            ))}
          </section>
        ))}
      </div>
    </Panel>
  );
}
