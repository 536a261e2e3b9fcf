'use client';

import { Undo2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { AnswerValue } from '@/components/kyc/answer-value';
import { SourceName } from '@/components/kyc/source-name';
import { ToneBadge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { IconButton } from '@/components/ui/icon-button';
import { Skeleton } from '@/components/ui/skeleton';
import { ToneMark } from '@/components/ui/tone-mark';
import type { Person } from '@/lib/kyc/contract/answers';
import { returnedAnswer } from '@/lib/kyc/document-status';
import type { ProfilePage } from '@/lib/kyc/profile-page';
import type { AnswerView, SectionView } from '@/lib/kyc/profile-view/types';
import { answerPlace } from './answer-place';

/** A question whose answer is asked for again. */
export type AskedAnswer = { fieldId: string; label: string };

interface SectionAnswersProps {
  section: SectionView;
  profile: Pick<ProfilePage, 'sources' | 'requests' | 'people' | 'header'>;
  onAsk: ((question: AskedAnswer) => void) | undefined;
}

/** A section's answers; when and by whom they were given is said once where it is the same for all of them. */
export function SectionAnswers({ section, profile, onAsk }: SectionAnswersProps) {
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
        {shared && first && <AnswerSource answer={first} sources={profile.sources} />}
      </div>
      <dl className="divide-y divide-line">
        {section.answers.map((answer) => (
          <Answer key={answer.key} answer={answer} showSource={!shared} profile={profile} onAsk={onAsk} />
        ))}
      </dl>
    </>
  );
}

const day = (answer: AnswerView | undefined) => answer?.answeredAt?.slice(0, 10);

interface AnswerProps extends Omit<SectionAnswersProps, 'section'> {
  answer: AnswerView;
  showSource: boolean;
}

/** A question with its answer, or the gap where it should be; what came back since it was asked for again is marked. */
function Answer({ answer, showSource, profile, onAsk }: AnswerProps) {
  const t = useTranslations('profile');
  const words = useTranslations('requests');
  const { fieldId, label, value } = answer;
  const { requests, sources, people, header } = profile;
  const open = requests.some((request) => request.state === 'open' && request.fieldId === fieldId);
  const returned = open ? undefined : returnedAnswer(fieldId, answer.answeredAt, requests);
  const listed = fieldId === null ? undefined : people[fieldId];
  return (
    <div
      id={fieldId === null ? undefined : answerPlace(fieldId)}
      tabIndex={-1}
      className={`group grid gap-x-4 rounded-sm py-2 focus:bg-accent-soft focus:outline-2! focus:outline-offset-4 focus:outline-focus! sm:grid-cols-[minmax(8rem,2fr)_3fr] ${returned ? '-mx-4 border-s-[3px] border-info-solid bg-info-soft ps-3.25 pe-4' : ''}`}
    >
      <dt className="text-sm/5 text-ink-soft">
        <bdi>{label}</bdi>
      </dt>
      <dd className="flex min-w-0 items-start justify-between gap-2">
        <div className="min-w-0 grow">
          {value ? (
            <>
              <AnswerValue value={value} />
              {showSource && <AnswerSource answer={answer} sources={sources} />}
            </>
          ) : answer.required ? (
            <span className="inline-flex items-center gap-1.5 font-medium text-caution-fg">
              <ToneMark tone="caution" />
              {t('notAnsweredRequired')}
            </span>
          ) : (
            <span className="text-ink-faint">{t('notAnswered')}</span>
          )}
          {open && <ToneBadge tone="pending">{words('openAnswer')}</ToneBadge>}
          {returned && (
            <p className="mt-0.5 text-sm">
              <ToneBadge tone="info">{words('changed')}</ToneBadge>{' '}
              <bdi className="text-ink-soft">{words('changedSince', { words: returned.words })}</bdi>
            </p>
          )}
        </div>
        {onAsk && fieldId !== null && !open && (
          <IconButton
            label={words('askAnswerOf', { question: label })}
            icon={<Undo2 className="mirror" />}
            onClick={() => onAsk({ fieldId, label })}
            className="-my-1 size-7! opacity-0 group-hover:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100 [&_svg]:size-4!"
          />
        )}
      </dd>
      {listed && hasOwnership(listed) && (
        <dd className="min-w-0 sm:col-span-2">
          <PeopleGraph people={listed} customerName={header.name} />
        </dd>
      )}
    </div>
  );
}

/** Comes where somebody owns something: laying out a graph brings more than the whole page without it. */
const PeopleGraph = dynamic(async () => (await import('./people-graph')).PeopleGraph, {
  ssr: false,
  loading: () => <Skeleton className="mt-2 h-40 w-full" />,
});

const hasOwnership = (people: readonly Person[]) =>
  people.some(({ ownershipPercent, holdings }) => ownershipPercent !== undefined || holdings !== undefined);

interface AnswerSourceProps {
  answer: AnswerView;
  sources: ProfilePage['sources'];
}

/** When and by whom it was answered; quiet, since it is asked for now and then. */
function AnswerSource({ answer: { answeredAt, answeredBy }, sources }: AnswerSourceProps) {
  const t = useTranslations('profile');
  if (answeredAt === null) return null;
  const source = answeredBy === null ? undefined : sources[answeredBy];
  const at = () => <DateTime value={answeredAt} show="date" />;
  return (
    <span className="block text-xs text-ink-soft">
      {source ? t.rich('answeredMeta', { at, by: () => <SourceName source={source} /> }) : at()}
    </span>
  );
}
