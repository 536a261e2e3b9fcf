import { useLocale, useTranslations } from 'next-intl';
import { BarList } from '@/components/ui/bar-list';
import { formatNumber } from '@/lib/format/numbers';
import type { MentionLine } from '@/lib/kyc/cases';
import type { Counted, LatestDecision, QueueCounts } from '@/lib/kyc/dashboard';
import { agesOf, openedWithin, waitingOf, workloadOf } from '@/lib/kyc/dashboard-sums';
import type { DecisionState } from '@/lib/kyc/decisions';
import { paths, withQuery } from '@/lib/paths';
import type { Tone } from '@/lib/theme/tokens';
import { ToneBadge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { Columns } from './columns';
import { CountedPanel } from './counted-panel';
import { Figures } from './figures';
import { Lines } from './lines';
import { type MarkSeen, SeenButton } from './seen-button';

type Queue = { queue: Counted<QueueCounts> };

/** How much of the queue waits for the reader, and how much for others. */
export function WaitingFigures({ queue, readerId }: Queue & { readerId: string }) {
  const t = useTranslations('dashboard.waits');
  const waiting = waitingOf(queue.counts, readerId);
  const tones: Record<keyof typeof waiting, Tone | undefined> = {
    new: 'info',
    mine: undefined,
    toCheck: 'pending',
    waiting: undefined,
    overdue: 'critical',
  };
  const tabs = Object.keys(tones) as (keyof typeof waiting)[];
  return (
    <Figures
      label={t('title')}
      figures={tabs.map((tab) => ({
        id: tab,
        label: t(tab),
        value: waiting[tab],
        href: withQuery(paths.queue, { tab }),
        ...(tones[tab] && { tone: tones[tab] }),
      }))}
    />
  );
}

/** For how long the cases have been in the queue. */
export function AgePanel({ queue, today }: Queue & { today: string }) {
  const t = useTranslations('dashboard.age');
  const ages = agesOf(queue.counts);
  return (
    <CountedPanel id="age" title={t('title')} countedAt={queue.countedAt}>
      {queue.counts.cases.length === 0 ? (
        <p className="text-ink-soft">{t('empty')}</p>
      ) : (
        <Columns
          label={t('label')}
          columns={ages.map(({ from, to, count }, at) => ({
            id: String(from),
            label: to === null ? t('more', { from }) : t('days', { from, to }),
            fullLabel: to === null ? t('moreLong', { from }) : t('daysLong', { from, to }),
            value: count,
            tone: at < 3 ? 'info' : at < 4 ? 'caution' : 'critical',
            href: withQuery(paths.queue, openedWithin({ from, to }, today)),
          }))}
        />
      )}
    </CountedPanel>
  );
}

/** Whose the cases are. */
export function WorkloadPanel({ queue, names }: Queue & { names: ReadonlyMap<string, string> }) {
  const t = useTranslations('dashboard.workload');
  const locale = useLocale();
  const people = workloadOf(queue.counts);
  return (
    <CountedPanel id="workload" title={t('title')} countedAt={queue.countedAt}>
      {people.length === 0 ? (
        <p className="text-ink-soft">{t('empty')}</p>
      ) : (
        <BarList
          label={t('label')}
          rows={people.map(({ staffId, count, overdue }) => ({
            id: staffId ?? '',
            label: staffId === null ? t('nobody') : <bdi>{names.get(staffId) ?? t('someone')}</bdi>,
            value: count,
            text: formatNumber(count, locale),
            tone: staffId === null ? 'neutral' : 'info',
            href: withQuery(paths.queue, { assignee: staffId ?? 'nobody' }),
            detail: overdue > 0 && t('overdue', { count: overdue }),
          }))}
        />
      )}
    </CountedPanel>
  );
}

/** Notes that name the reader and were not seen yet. */
export function MentionsPanel({
  mentions,
  markSeen,
}: {
  mentions: readonly MentionLine[];
  markSeen: MarkSeen;
}) {
  const t = useTranslations('dashboard.mentions');
  return (
    <CountedPanel id="mentions" title={t('title')} flush>
      {mentions.length === 0 ? (
        <p className="p-4 text-ink-soft">{t('empty')}</p>
      ) : (
        <>
          <Lines
            label={t('label')}
            lines={mentions.map(({ noteId, submissionId, displayName, author, body, at }) => ({
              id: noteId,
              href: paths.customer(submissionId),
              name: displayName,
              detail: (
                <>
                  <bdi>{author.name}</bdi>: <bdi className="line-clamp-2">{body}</bdi>
                </>
              ),
              end: <DateTime value={at} />,
            }))}
          />
          <SeenButton
            noteIds={mentions.map(({ noteId }) => noteId)}
            markSeen={markSeen}
            words={{ seen: t('seen'), sending: t('sending'), failed: t('notSeen') }}
          />
        </>
      )}
    </CountedPanel>
  );
}

const DECISION_TONE: Record<DecisionState, Tone> = {
  awaitingSecond: 'pending',
  effective: 'positive',
  declined: 'critical',
  withdrawn: 'neutral',
  lapsed: 'caution',
};

/** What was decided or proposed last. */
export function DecisionsPanel({ decisions }: { decisions: readonly LatestDecision[] }) {
  const t = useTranslations('dashboard.decisions');
  return (
    <CountedPanel id="decisions" title={t('title')} flush>
      {decisions.length === 0 ? (
        <p className="p-4 text-ink-soft">{t('empty')}</p>
      ) : (
        <Lines
          label={t('label')}
          lines={decisions.map(
            ({ id, submissionId, displayName, kind, state, makerName, checkerName, at }) => {
              const maker = makerName ?? t('unknown');
              return {
                id,
                href: paths.customer(submissionId),
                name: displayName,
                detail: (
                  <>
                    {t(`kind.${kind}`)} ·{' '}
                    {checkerName ? t('checked', { maker, checker: checkerName }) : t('by', { maker })}
                  </>
                ),
                end: (
                  <>
                    <ToneBadge tone={DECISION_TONE[state]} look="plain" className="text-sm">
                      {t(`state.${state}`)}
                    </ToneBadge>
                    <div>
                      <DateTime value={at} />
                    </div>
                  </>
                ),
              };
            },
          )}
        />
      )}
    </CountedPanel>
  );
}
