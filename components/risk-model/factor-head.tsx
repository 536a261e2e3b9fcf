import { useTranslations } from 'next-intl';
import { type FactId, factOf } from '@/lib/risk/facts';

const headStyle = 'h-9 border-b border-line-strong px-3 text-start text-sm font-medium text-ink-soft';

/** The columns of a decision table: its facts, the score and why. */
export function FactorHead({ facts, mayChange }: { facts: readonly FactId[]; mayChange: boolean }) {
  const t = useTranslations('riskModel.table');
  return (
    <thead>
      <tr>
        {facts.map((fact) => (
          <th key={fact} scope="col" className={headStyle}>
            {factOf(fact).label}
          </th>
        ))}
        <th scope="col" className={`${headStyle} text-end!`}>
          {t('score')}
        </th>
        <th scope="col" className={headStyle}>
          {t('explanation')}
        </th>
        {mayChange && (
          <th scope="col" className={headStyle}>
            <span className="sr-only">{t('actions')}</span>
          </th>
        )}
      </tr>
    </thead>
  );
}
