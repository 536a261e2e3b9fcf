'use client';

import { useLocale, useTranslations } from 'next-intl';
import { DateTime } from '@/components/ui/date-time';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { formatCalendarDay } from '@/lib/format/dates';
import type { DecisionLine } from '@/lib/kyc/cases';
import { paths, withQuery } from '@/lib/paths';
import type { ComplianceView } from './case-bar';
import { useDecisionWords } from './decision-words';

/**
 * What waits for a second person; or the proposal that lapsed last, and the level that ended because its grounds changed, with what changed
 * since. Nothing where there is none of it.
 */
export function ProposalPanel({ view }: { view: ComplianceView }) {
  const t = useTranslations('decisions.proposal');
  const words = useDecisionWords();
  const kyc = useTranslations('kyc');
  const { proposal, lapsed, endedLevel, rights, version } = view;
  if (proposal) {
    const own = rights?.withdraw.allowed;
    return (
      <Notice tone="pending" role="note" title={t('title', { what: words(proposal) })} className="mb-4">
        <p className="mt-0.5">{t(own ? 'yours' : rights?.confirm.allowed ? 'toCheck' : 'waits')}</p>
        <Particulars line={proposal} />
      </Notice>
    );
  }
  return (
    <>
      {lapsed && (
        <Notice tone="caution" role="note" title={t('lapsedTitle', { what: words(lapsed) })} className="mb-4">
          <p className="mt-0.5">
            {t('lapsed', { seen: lapsed.seenVersion, now: version })} <Compare view={view} line={lapsed} />
          </p>
          <Particulars line={lapsed} />
        </Notice>
      )}
      {endedLevel?.levelEnd && (
        <Notice
          tone="caution"
          role="note"
          title={t('endedTitle', { level: endedLevel.riskLevel ? kyc(`risk.${endedLevel.riskLevel}`) : '' })}
          className="mb-4"
        >
          <p className="mt-0.5">
            {t.rich('ended', { at: () => <DateTime value={endedLevel.levelEnd?.at ?? ''} /> })}{' '}
            <Compare view={view} line={endedLevel} />
          </p>
        </Notice>
      )}
    </>
  );
}

/** Leads to what changed since a decision was made. */
function Compare({ view: { submissionId, version }, line }: { view: ComplianceView; line: DecisionLine }) {
  const t = useTranslations('decisions.proposal');
  const versions = { from: String(line.seenVersion), to: String(version) };
  return <TextLink href={withQuery(paths.versions(submissionId), versions)}>{t('compare')}</TextLink>;
}

/** Who proposed it, when, on which version and why. */
function Particulars({ line }: { line: DecisionLine }) {
  const t = useTranslations('decisions.proposal');
  const locale = useLocale();
  const { maker, madeAt, seenVersion, reason, note, validUntil } = line;
  return (
    <dl className="mt-2 grid gap-x-4 gap-y-1 sm:grid-cols-[auto_1fr]">
      <dt className="text-sm/5 text-ink-soft">{t('by')}</dt>
      <dd>
        {t.rich('byLine', {
          name: () => <bdi>{maker.name}</bdi>,
          at: () => <DateTime value={madeAt} />,
          version: seenVersion,
        })}
      </dd>
      {validUntil && (
        <>
          <dt className="text-sm/5 text-ink-soft">{t('until')}</dt>
          <dd>{formatCalendarDay(validUntil, locale)}</dd>
        </>
      )}
      {reason && (
        <>
          <dt className="text-sm/5 text-ink-soft">{t('reason')}</dt>
          <dd>
            <bdi>{reason}</bdi>
          </dd>
        </>
      )}
      {note && (
        <>
          <dt className="text-sm/5 text-ink-soft">{t('note')}</dt>
          <dd className="max-w-prose break-words whitespace-pre-line">
            <bdi>{note}</bdi>
          </dd>
        </>
      )}
    </dl>
  );
}
