'use client';

import { ArrowDown, ArrowUp, Pencil, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { IconButton } from '@/components/ui/icon-button';
import { Panel } from '@/components/ui/panel';
import type { Finding } from '@/lib/risk/finding';
import type { RiskModel } from '@/lib/risk/model';
import { FactorDialog } from './factor-dialog';
import { FactorTable } from './factor-table';
import { moveFactor, removeFactor, shapeFactor } from './factor-writing';
import { Fault } from './fault';
import { Findings } from './findings';
import { faultBelow } from './first-fault';
import type { ChangeModel, ModelFaults } from './model-actions';
import { RemoveFactor } from './remove-factor';

interface FactorPanelProps {
  model: RiskModel;
  /** Which factor of the model. */
  index: number;
  change: ChangeModel;
  faults: ModelFaults;
  findings: readonly Finding[];
}

/** A factor: its table, what the check found in it, and the ways to shape it anew or to take it away. */
export function FactorPanel({ model, index, change, faults, findings }: FactorPanelProps) {
  const t = useTranslations('riskModel');
  const [asked, setAsked] = useState<'shape' | 'remove'>();
  const factor = model.factors[index];
  if (!factor) return null;
  const { id, name, category, table } = factor;
  const own = findings.filter(({ factorId }) => factorId === id);
  const shapeFault =
    faultBelow(faults, `factors[${index}].name`) ?? faultBelow(faults, `factors[${index}].table.facts`);
  const close = () => setAsked(undefined);
  const last = model.factors.length - 1;
  const mover = (by: -1 | 1, icon: ReactNode) => {
    const way = by < 0 ? 'moveUp' : 'moveDown';
    const isThere = by < 0 ? index > 0 : index < last;
    return (
      change &&
      isThere && (
        <IconButton
          id={`${way}-${id}`}
          icon={icon}
          label={t(`factor.${way}`, { factor: name })}
          onClick={() => {
            change((all) => moveFactor(all, index, by));
            requestAnimationFrame(() => focusMover(id, way));
          }}
        />
      )
    );
  };
  return (
    <Panel
      id={`factor-${id}`}
      title={name}
      meta={
        <span className="inline-flex flex-wrap items-baseline gap-x-2.5">
          <Badge>{category}</Badge>
          {t(`table.hit.${table.hitPolicy}`)}
        </span>
      }
      actions={
        change && (
          <span className="flex">
            {mover(-1, <ArrowUp />)}
            {mover(1, <ArrowDown />)}
            <IconButton
              icon={<Pencil />}
              label={t('factor.edit', { factor: name })}
              onClick={() => setAsked('shape')}
            />
            {model.factors.length > 1 && (
              <IconButton
                icon={<Trash2 />}
                label={t('factor.remove', { factor: name })}
                onClick={() => setAsked('remove')}
              />
            )}
          </span>
        )
      }
      flush
    >
      {shapeFault && (
        <p className="px-4 pt-2">
          <Fault text={shapeFault} />
        </p>
      )}
      <FactorTable
        model={model}
        index={index}
        change={change}
        faults={faults}
        marked={new Set(own.flatMap(({ rowIds }) => rowIds))}
      />
      <Findings findings={own} />
      {change && asked === 'shape' && (
        <FactorDialog
          factor={factor}
          onDone={(shape) => change((all) => shapeFactor(all, id, shape))}
          onClose={close}
        />
      )}
      {change && asked === 'remove' && (
        <RemoveFactor
          model={model}
          factor={factor}
          onConfirm={() => {
            change((all) => removeFactor(all, id));
            // The panel goes, and with it the button that the focus would return to.
            requestAnimationFrame(() => document.getElementById('add-factor')?.focus());
          }}
          onClose={close}
        />
      )}
    </Panel>
  );
}

/** The panel has gone to another place, and took the focus from its button; at either end only the other way is left. */
function focusMover(id: string, way: 'moveUp' | 'moveDown'): void {
  const other = way === 'moveUp' ? 'moveDown' : 'moveUp';
  const button = document.getElementById(`${way}-${id}`) ?? document.getElementById(`${other}-${id}`);
  button?.focus();
}
