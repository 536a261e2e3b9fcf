'use client';

import { useTranslations } from 'next-intl';
import { conditionText, rowText } from '@/lib/risk/condition-words';
import { factOf } from '@/lib/risk/facts';
import type { Factor, Floor, RiskModel } from '@/lib/risk/model';
import { rowIdsOf } from './floor-writing';

/** When a rule lifts the level, in words. */
export function useWhenText(): (floor: Floor, model: RiskModel) => string {
  const t = useTranslations('riskModel.floors');
  const rowWords = useRowWords();
  return ({ when }, { factors, countryLists }) => {
    const nameOf = (id: string) => factors.find((factor) => factor.id === id)?.name ?? id;
    switch (when.kind) {
      case 'row': {
        const factor = factors.find(({ id }) => id === when.factor);
        const named = factor ? rowIdsOf(factor).filter((id) => when.rows.includes(id)) : [];
        const told = factor ? named.map((id) => rowWords(factor, id, countryLists)).join(' · ') : '';
        return t('whenRow', { rows: told || nameOf(when.factor) });
      }
      case 'factor':
        return t('whenFactor', { factor: nameOf(when.factor), score: when.atLeast });
      case 'several':
        return t('whenSeveral', { count: when.count, score: when.atLeast });
      case 'fact':
        return t('whenFact', {
          fact: factOf(when.fact).label,
          condition: conditionText(when.fact, when.condition, countryLists),
        });
    }
  };
}

/** What a row of a factor asks for, in words. */
export function useRowWords(): (factor: Factor, rowId: string, lists: RiskModel['countryLists']) => string {
  const t = useTranslations('riskModel.floors');
  return ({ name, table }, rowId, lists) => {
    const row = table.rows.find(({ id }) => id === rowId);
    return row ? rowText(row.conditions, lists) : t('otherwiseOf', { factor: name });
  };
}
