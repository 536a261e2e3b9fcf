import { cx } from 'class-variance-authority';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { Comparison, VersionList } from '@/lib/kyc/versions';
import { paths, withQuery } from '@/lib/paths';

interface ViewChoicesProps {
  submissionId: string;
  list: VersionList;
  comparison: Comparison;
  all: boolean;
}

const MARKS = ['riskMoving', 'material', 'cosmetic'] as const;

/** The comparisons that are wanted most, what is shown of one, and how many changes there are of each weight. */
export function ViewChoices({ submissionId, list, comparison, all }: ViewChoicesProps) {
  const t = useTranslations('versions');
  const [from, to] = [comparison.from.version, comparison.to.version];
  const newest = list.versions[0]?.version ?? to;
  const previous = list.versions.find(({ version }) => version < newest)?.version;
  const at = (pair: { from: number; to: number }, everything: boolean) =>
    withQuery(paths.versions(submissionId), {
      from: String(pair.from),
      to: String(pair.to),
      all: everything ? '1' : undefined,
    });
  const decided = list.decided !== null && list.decided < newest ? list.decided : undefined;
  const presets = [
    ...(decided === undefined ? [] : [{ words: t('sinceDecision'), pair: { from: decided, to: newest } }]),
    // Where both are the same comparison, it is offered once.
    ...(previous === undefined || previous === decided
      ? []
      : [{ words: t('lastChange'), pair: { from: previous, to: newest } }]),
  ];
  const counted = MARKS.map(
    (mark) => [mark, comparison.lines.filter((line) => line.mark === mark).length] as const,
  ).filter(([, count]) => count > 0);
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
      <nav aria-label={t('presets')} className="flex flex-wrap gap-2">
        {presets.map(({ words, pair }) => (
          <Choice key={words} href={at(pair, all)} current={pair.from === from && pair.to === to}>
            {words}
          </Choice>
        ))}
      </nav>
      <nav aria-label={t('scope')} className="flex flex-wrap gap-2">
        <Choice href={at({ from, to }, false)} current={!all}>
          {t('changesOnly')}
        </Choice>
        <Choice href={at({ from, to }, true)} current={all}>
          {t('everything')}
        </Choice>
      </nav>
      <p role="status" className="text-sm text-ink-soft">
        {counted.map(([mark, count]) => t(`count.${mark}`, { count })).join(' · ')}
      </p>
    </div>
  );
}

function Choice({ href, current, children }: { href: string; current: boolean; children: string }) {
  return (
    <Link
      href={href}
      scroll={false}
      aria-current={current ? 'true' : undefined}
      className={cx(
        'inline-flex h-8 items-center rounded-full border px-3.5 text-sm font-medium pointer-coarse:h-10',
        current ? 'border-accent bg-accent text-on-accent' : 'border-line-strong bg-raised hover:bg-hover',
      )}
    >
      {children}
    </Link>
  );
}
