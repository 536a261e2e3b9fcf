'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { type FactId, factOf } from '@/lib/risk/facts';
import type { Factor } from '@/lib/risk/model';
import { bareRows, columnLoss } from './factor-writing';

/** Says what becomes of a table's cells with other columns; nothing where the columns stay. */
export function ColumnLoss({ factor, facts }: { factor: Factor; facts: readonly FactId[] }) {
  const t = useTranslations('riskModel.factor');
  const format = useFormatter();
  const lost = columnLoss(factor, facts);
  const added = facts.filter((fact) => !factor.table.facts.includes(fact));
  const bare = lost.length > 0 ? bareRows(factor, facts).map(String) : [];
  if (lost.length === 0 && added.length === 0) return null;
  return (
    <Notice tone={lost.length > 0 ? 'caution' : 'info'} role="status">
      {lost.map(({ fact, cells }) => (
        <p key={fact}>{t('columnGoes', { fact: factOf(fact).label, cells })}</p>
      ))}
      {added.map((fact) => (
        <p key={fact}>{t('columnComes', { fact: factOf(fact).label })}</p>
      ))}
      {bare.length > 0 && <p>{t('bare', { count: bare.length, rows: format.list(bare) })}</p>}
    </Notice>
  );
}
