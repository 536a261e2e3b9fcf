import { useTranslations } from 'next-intl';
import { Panel } from '@/components/ui/panel';
import type { RiskModel } from '@/lib/risk/model';
import { modelDifferences } from '@/lib/risk/model-diff';

/** What is another than in the version in force, in words. */
export function Differences({ inForce, model }: { inForce: RiskModel; model: RiskModel }) {
  const t = useTranslations('riskModel.differences');
  const differences = modelDifferences(inForce, model);
  return (
    <Panel
      id="differences"
      title={t('title', { version: inForce.version })}
      meta={t('count', { count: differences.length })}
    >
      {differences.length === 0 ? (
        <p className="text-ink-soft">{t('none')}</p>
      ) : (
        <ul className="space-y-1">
          {differences.map(({ part, text }) => (
            <li key={part + text}>
              <span className="font-medium">{part}:</span> {text}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
