'use client';

import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { RiskBadge } from '@/components/kyc/risk-badge';
import { DateTime } from '@/components/ui/date-time';
import { known } from '@/lib/kyc/contract/lists';
import type { AssessmentLine } from '@/lib/kyc/profile-page';

const SHOWN = 4;
/** What occasions an assessment, as far as it has words. */
const OCCASIONS = [
  'customer_created',
  'answers_saved',
  'information_answered',
  'submission_submitted',
  'document_uploaded',
  'document_deleted',
  'document_expired',
  'model_released',
  'review_due',
  'risk_overridden',
  'override_ended',
  'decision_approve',
  'decision_reject',
] as const;

interface AssessmentHistoryProps {
  assessments: readonly AssessmentLine[] | null;
  /** Where a version of the model is shown; undefined for whoever may not read it. */
  modelHref: ((version: number) => string) | undefined;
}

/** Every assessment, the current one first: what occasioned it, what moved, and where the level changed. */
export function AssessmentHistory({ assessments, modelHref }: AssessmentHistoryProps) {
  const t = useTranslations('profile.riskPanel');
  const lines = assessments ?? [];
  const entries = (from: number, to?: number) =>
    lines
      .slice(from, to)
      .map((line, at) => (
        <Entry key={line.id} line={line} before={lines[from + at + 1]} modelHref={modelHref} />
      ));
  return (
    <>
      <h3 className="mt-4 mb-1 font-semibold">{t('history')}</h3>
      {lines.length < 2 ? (
        <p className="text-sm text-ink-soft">{assessments ? t('noHistory') : t('historyElsewhere')}</p>
      ) : (
        <>
          <ol className="divide-y divide-line">{entries(0, SHOWN)}</ol>
          {lines.length > SHOWN && (
            <details className="border-t border-line text-sm">
              <summary className="w-fit cursor-pointer py-1.5 text-ink-soft hover:text-ink">
                {t('earlierOnes', { count: lines.length - SHOWN })}
              </summary>
              <ol className="divide-y divide-line">{entries(SHOWN)}</ol>
            </details>
          )}
        </>
      )}
    </>
  );
}

interface EntryProps {
  line: AssessmentLine;
  before: AssessmentLine | undefined;
  modelHref: AssessmentHistoryProps['modelHref'];
}

function Entry({ line, before, modelHref }: EntryProps) {
  const t = useTranslations('profile.riskPanel');
  const kyc = useTranslations('kyc');
  const occasion = known(OCCASIONS, line.trigger.replace('.', '_'));
  const moved = before !== undefined && before.level !== line.level;
  const newModel = before === undefined || before.modelVersion !== line.modelVersion;
  return (
    <li className="py-2 text-sm">
      <p className="flex flex-wrap items-center justify-between gap-x-3">
        <span className="inline-flex flex-wrap items-center gap-x-1.5">
          {moved && (
            <>
              <RiskBadge level={before.level} look="plain" />
              <ArrowRight className="mirror size-3.5 text-ink-soft" aria-label={t('movedTo')} role="img" />
            </>
          )}
          <RiskBadge level={line.level} look="plain" />
          <span className="text-ink-soft">{t('scoreShort', { score: line.score })}</span>
        </span>
        <DateTime value={line.assessedAt} show="date" className="whitespace-nowrap text-ink-soft" />
      </p>
      <p className="text-ink-soft">
        {occasion ? kyc(`occasion.${occasion}`) : line.trigger}
        {line.isOverridden && <> · {t('overridden')}</>}
        {newModel && line.modelVersion > 0 && (
          <>
            {' · '}
            <ModelName version={line.modelVersion} href={modelHref} />
          </>
        )}
      </p>
      {line.changes.length > 0 && (
        <ul className="text-ink-soft">
          {line.changes.slice(0, 3).map(({ id, name, from, to }) => (
            <li key={id}>
              {t.rich('moved', { name: () => <bdi className="text-ink">{name}</bdi>, from, to })}
            </li>
          ))}
          {line.changes.length > 3 && <li>{t('movedMore', { count: line.changes.length - 3 })}</li>}
        </ul>
      )}
    </li>
  );
}

/** A version of the model, by which it can be looked up. */
function ModelName({ version, href }: { version: number; href: EntryProps['modelHref'] }) {
  const t = useTranslations('profile.riskPanel');
  const words = t('modelShort', { version });
  return href ? (
    <Link
      href={href(version)}
      className="text-accent underline decoration-line-strong underline-offset-3 hover:decoration-current"
    >
      {words}
    </Link>
  ) : (
    words
  );
}
