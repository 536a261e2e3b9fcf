'use client';

import { useTranslations } from 'next-intl';
import { ToneBadge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/panel';
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from '@/components/ui/table';
import { USER_TYPES } from '@/lib/kyc/contract/lists';
import { factorsFor, type RiskModel } from '@/lib/risk/model';
import type { ChangeModel, ModelFaults } from './model-actions';
import { NumberCell } from './number-cell';

/** How much each factor counts, by the kind of customer; the sums have to be 100. */
export function Weights({
  model,
  change,
  faults,
}: {
  model: RiskModel;
  change: ChangeModel;
  faults: ModelFaults;
}) {
  const t = useTranslations('riskModel.weights');
  return (
    <Panel id="weights" title={t('title')} meta={t('meta')} flush>
      <Table label={t('title')}>
        <TableHead>
          <HeadCell className="static!">{t('factor')}</HeadCell>
          <HeadCell className="static!">{t('category')}</HeadCell>
          {USER_TYPES.map((kind) => (
            <HeadCell key={kind} numeric className="static!">
              {t(`kinds.${kind}`)}
            </HeadCell>
          ))}
        </TableHead>
        <TableBody>
          {model.factors.map((factor, index) => (
            <Row key={factor.id}>
              <Cell>
                <a href={`#factor-${factor.id}`} className="font-medium hover:text-accent">
                  {factor.name}
                </a>
              </Cell>
              <Cell label={t('category')} className="max-md:hidden">
                {factor.category}
              </Cell>
              {USER_TYPES.map((kind) => (
                <Cell key={kind} numeric label={t(`kinds.${kind}`)}>
                  <NumberCell
                    label={t('weightOf', { factor: factor.name, kind: t(`kinds.${kind}`) })}
                    value={factor.percent[kind]}
                    unit=" %"
                    fault={faults.get(`factors[${index}].percent.${kind}`)}
                    onChange={
                      change &&
                      ((value) =>
                        change(({ factors }) => {
                          const percent = factors[index]?.percent;
                          if (!percent) return;
                          if (value === undefined || value === 0) delete percent[kind];
                          else percent[kind] = value;
                        }))
                    }
                  />
                </Cell>
              ))}
            </Row>
          ))}
          <Row>
            <Cell className="font-medium">{t('sum')}</Cell>
            <Cell className="max-md:hidden" />
            {USER_TYPES.map((kind) => {
              const sum = factorsFor(model, kind).reduce((all, { percent }) => all + percent, 0);
              return (
                <Cell key={kind} numeric label={t(`kinds.${kind}`)}>
                  <ToneBadge tone={sum === 100 ? 'positive' : 'critical'} look="plain">
                    {t('sumOf', { sum })}
                  </ToneBadge>
                </Cell>
              );
            })}
          </Row>
        </TableBody>
      </Table>
    </Panel>
  );
}
