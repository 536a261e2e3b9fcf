import { useFormatter, useTranslations } from 'next-intl';
import { RiskBadge } from '@/components/kyc/risk-badge';
import { StateBadge } from '@/components/kyc/state-badge';
import { ToneBadge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/panel';
import type { ComparedLine, ComparedValue, Comparison } from '@/lib/kyc/versions';
import { ComparedAnswer } from './compared-value';
import { MARK_TONE } from './version-words';

interface ComparedListProps {
  submissionId: string;
  comparison: Comparison;
  /** Whether what is the same shows too. */
  all: boolean;
}

/** The lines of a comparison, side by side under the page of the form that they stand on. */
export function ComparedList({ submissionId, comparison, all }: ComparedListProps) {
  const t = useTranslations('versions');
  const { from, to } = comparison;
  const shown = comparison.lines.filter(({ how }) => all || how !== 'same');
  const groups = [...new Set(shown.map(groupOf))];
  return (
    <div className="space-y-4">
      {groups.map((group, at) => (
        <Panel key={group} id={`compared-${at}`} title={titleOf(group)} flush>
          <div className="divide-y divide-line">
            {/* Each side names its version too, for who sees one below the other or hears them. */}
            <div aria-hidden="true" className={`hidden py-1.5 text-xs text-ink-soft lg:grid ${COLUMNS}`}>
              <span className="col-start-2 ps-3.5">{t('columns.before', { version: from.version })}</span>
              <span className="ps-3.5">{t('columns.after', { version: to.version })}</span>
            </div>
            {shown
              .filter((line) => groupOf(line) === group)
              .map((line) => (
                <Line key={line.id} line={line} submissionId={submissionId} comparison={comparison} />
              ))}
          </div>
        </Panel>
      ))}
    </div>
  );

  function titleOf(group: string) {
    if (group === '#standing') return t('standing.title');
    return group === '#documents' ? t('document.title') : <bdi>{group}</bdi>;
  }
}

const COLUMNS = 'gap-x-6 px-4 lg:grid-cols-[minmax(12rem,1fr)_minmax(0,2fr)_minmax(0,2fr)]';

function groupOf({ kind, page }: ComparedLine): string {
  if (kind === 'document') return '#documents';
  return page ?? '#standing';
}

interface LineProps extends Omit<ComparedListProps, 'all'> {
  line: ComparedLine;
}

function Line({ line, submissionId, comparison }: LineProps) {
  const t = useTranslations('versions');
  const { from, to } = comparison;
  return (
    <div className={`grid gap-y-2 py-3 ${COLUMNS}`}>
      <div className="min-w-0">
        <h3 className="font-medium">
          <bdi>{line.label}</bdi>
        </h3>
        <div className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-soft">
          {line.mark ? (
            <ToneBadge tone={MARK_TONE[line.mark]}>{t(`mark.${line.mark}`)}</ToneBadge>
          ) : (
            t('mark.none')
          )}
          <Why line={line} />
        </div>
      </div>
      <Side
        line={line}
        value={line.before}
        version={from.version}
        submissionId={submissionId}
        side="before"
      />
      <Side line={line} value={line.after} version={to.version} submissionId={submissionId} side="after" />
      {line.kind === 'level' && <RiskMoved comparison={comparison} />}
    </div>
  );
}

function Why({ line: { how, mark, subject, sameMeaning, kind } }: { line: ComparedLine }) {
  const t = useTranslations('versions');
  if (mark === null || kind === 'level' || kind === 'state') return null;
  if (sameMeaning) return t('why.same');
  return (
    <>
      <span>{t(`how.${how}`)}</span>
      <span>
        {subject === null ? t('why.uncounted') : t('why.counts', { subject: t(`subject.${subject}`) })}
      </span>
    </>
  );
}

interface SideProps {
  line: ComparedLine;
  value: ComparedValue | null;
  version: number;
  submissionId: string;
  side: 'before' | 'after';
}

function Side({ line, value, version, submissionId, side }: SideProps) {
  const t = useTranslations('versions');
  const isOther = line.how !== 'same';
  return (
    <div
      className={`min-w-0 ${isOther ? `border-s-2 ps-3 ${side === 'before' ? 'border-line-strong' : 'border-accent'}` : 'ps-3.5'}`}
    >
      <p className="mb-0.5 text-xs text-ink-soft lg:sr-only">{t(`columns.${side}`, { version })}</p>
      {value === null ? (
        <p className="text-ink-soft">{t('absent')}</p>
      ) : (
        <Told kind={line.kind} value={value} submissionId={submissionId} />
      )}
    </div>
  );
}

function Told({
  kind,
  value,
  submissionId,
}: {
  kind: ComparedLine['kind'];
  value: ComparedValue;
  submissionId: string;
}) {
  const code = value.value.kind === 'text' ? (value.value.paragraphs[0] ?? '') : '';
  if (kind === 'level') return <RiskBadge level={code} look="plain" />;
  if (kind === 'state') return <StateBadge state={code} look="plain" />;
  return <ComparedAnswer value={value} isDocument={kind === 'document'} submissionId={submissionId} />;
}

/** The factors behind a level, and by how much they moved. */
function RiskMoved({ comparison: { factors, scores } }: { comparison: Comparison }) {
  const t = useTranslations('versions');
  const format = useFormatter();
  const points = (value: number | null) =>
    value === null
      ? t('noPoints')
      : format.number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <div className="text-sm lg:col-start-2 lg:col-end-4">
      {scores.before !== scores.after && (
        <p className="tabular-nums">
          {t('score', { before: points(scores.before), after: points(scores.after) })}
        </p>
      )}
      {factors.length > 0 && (
        <>
          <h4 className="mt-2 text-xs text-ink-soft">{t('factors')}</h4>
          <ul>
            {factors.map(({ id, name, before, after }) => (
              <li key={id} className="flex justify-between gap-4 border-b border-line py-1 last:border-0">
                <bdi>{name}</bdi>
                <span className="whitespace-nowrap tabular-nums">
                  {t('points', { before: points(before), after: points(after) })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
