'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { flushSync } from 'react-dom';
import { ChoiceButton } from '@/components/ui/choice-button';
import { DateTime } from '@/components/ui/date-time';
import { LoadFailed } from '@/components/ui/load-failed';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import type { ProfilePage } from '@/lib/kyc/profile-page';
import { profileQuery } from '@/lib/query/profile';
import { answerPlace } from './answer-place';
import { AnswersPanel } from './answers-panel';
import { CustomerFacts } from './customer-facts';
import { ProfileHeader } from './profile-header';
import type { AskedAnswer } from './section-answers';

const PARTS = ['answers', 'documents', 'case', 'risk', 'activity'] as const;
type Part = (typeof PARTS)[number];

/** Shows the answer to a question, whichever part of the page is open. */
type OpenAnswer = (fieldId: string) => void;

interface ProfileViewProps {
  submissionId: string;
  mayDownload: boolean;
  /** What other areas show of the profile; the page puts them together. `case` = what was decided and noted. */
  panels: Record<Exclude<Part, 'answers'>, (profile: ProfilePage, openAnswer: OpenAnswer) => ReactNode>;
  /** What this person may decide, in the header as well. */
  bar?: ((profile: ProfilePage) => ReactNode) | undefined;
  /** Whether that says already that the customer is waited for. */
  barSaysWaiting?: boolean;
  /** What waits for somebody, over everything else. */
  banner?: ((profile: ProfilePage) => ReactNode) | undefined;
  /** What this person may do besides reading, in the header. */
  actions?: (profile: ProfilePage) => ReactNode;
  /** What comes before the answers. */
  lead?: (profile: ProfilePage) => ReactNode;
  /** What stands beside the answers while it is open; the other parts give way to it. */
  beside?: ((profile: ProfilePage) => ReactNode) | undefined;
  /** Whether an answer may be asked for again, by this person and in the customer's state. */
  mayAskAnswer: (profile: ProfilePage) => boolean;
  onAskAnswer: (question: AskedAnswer) => void;
}

/** A customer's profile: a header that stays, and its parts side by side where the window is wide enough. */
export function ProfileView(props: ProfileViewProps) {
  const { submissionId, mayDownload, panels, actions, bar, barSaysWaiting = false, banner } = props;
  const { lead, beside, mayAskAnswer, onAskAnswer } = props;
  const t = useTranslations('profile');
  const [part, setPart] = useState<Part>('answers');
  const { data, error, isFetching, refetch } = useQuery(profileQuery(submissionId));
  if (error && !data) {
    return <LoadFailed title={t('failed')} error={error} onRetry={refetch} />;
  }
  if (!data) return <Skeleton className="h-96 w-full" />;
  const shown = (one: Part) => (one === part ? 'min-w-0' : 'min-w-0 max-xl:hidden');
  const openAnswer: OpenAnswer = (fieldId) => {
    // The answers are laid out before one of them can take the focus.
    flushSync(() => setPart('answers'));
    const place = document.getElementById(answerPlace(fieldId));
    place?.focus({ preventScroll: true });
    place?.scrollIntoView({ block: 'center' });
  };
  return (
    <>
      <ProfileHeader
        profile={data}
        mayDownload={mayDownload}
        actions={actions?.(data)}
        bar={bar?.(data)}
        barSaysWaiting={barSaysWaiting}
        refreshing={isFetching}
        onRefresh={() => void refetch()}
      />
      {data.header.stale && (
        <Notice role="status" tone="caution" title={t('stale.title')} className="mb-4">
          {t.rich('stale.body', { at: () => <DateTime value={data.header.readAt} /> })}
        </Notice>
      )}
      {banner?.(data)}
      <nav aria-label={t('parts')} className="mb-4 flex flex-wrap gap-2 xl:hidden">
        {PARTS.map((one) => (
          <ChoiceButton key={one} current={one === part} onClick={() => setPart(one)}>
            {t(one)}
          </ChoiceButton>
        ))}
      </nav>
      <div
        className={`grid items-start gap-4 ${beside ? 'xl:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)]' : 'xl:grid-cols-[minmax(0,1fr)_minmax(0,22rem)_minmax(0,20rem)]'}`}
      >
        <div className={`space-y-4 ${shown('answers')}`}>
          {lead?.(data)}
          <CustomerFacts header={data.header} />
          <AnswersPanel
            profile={data}
            onAsk={!data.header.stale && mayAskAnswer(data) ? onAskAnswer : undefined}
          />
        </div>
        {beside?.(data)}
        <div className="min-w-0 space-y-4 max-xl:contents">
          <div className={shown('documents')}>{panels.documents(data, openAnswer)}</div>
          <div className={shown('case')}>{panels.case(data, openAnswer)}</div>
        </div>
        <div className={shown('risk')}>{panels.risk(data, openAnswer)}</div>
        <div className={`${shown('activity')} ${beside ? 'xl:col-span-2' : 'xl:col-span-3'}`}>
          {panels.activity(data, openAnswer)}
        </div>
      </div>
    </>
  );
}
