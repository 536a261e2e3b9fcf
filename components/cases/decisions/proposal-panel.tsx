'use client';

import { useTranslations } from 'next-intl';
import { DateTime } from '@/components/ui/date-time';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import type { DecisionLine } from '@/lib/kyc/cases';
import { paths, withQuery } from '@/lib/paths';
import type { ComplianceView } from './case-bar';
import { useDecisionWords } from './decision-words';
import { Particulars } from './particulars';

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
        <div className="mt-2">
          <Particulars line={proposal} />
        </div>
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
          <div className="mt-2">
            <Particulars line={lapsed} />
          </div>
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
