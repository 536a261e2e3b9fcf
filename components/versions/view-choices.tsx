import { useTranslations } from 'next-intl';
import { ChoiceLink } from '@/components/ui/choice-link';
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
          <ChoiceLink key={words} href={at(pair, all)} current={pair.from === from && pair.to === to}>
            {words}
          </ChoiceLink>
        ))}
      </nav>
      <nav aria-label={t('scope')} className="flex flex-wrap gap-2">
        <ChoiceLink href={at({ from, to }, false)} current={!all}>
          {t('changesOnly')}
        </ChoiceLink>
        <ChoiceLink href={at({ from, to }, true)} current={all}>
          {t('everything')}
        </ChoiceLink>
      </nav>
      <p role="status" className="text-sm text-ink-soft">
        {counted.map(([mark, count]) => t(`count.${mark}`, { count })).join(' · ')}
      </p>
    </div>
  );
}
