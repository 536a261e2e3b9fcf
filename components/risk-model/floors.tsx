'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import type { Finding } from '@/lib/risk/finding';
import type { Floor, RiskModel } from '@/lib/risk/model';
import { Findings } from './findings';
import { FloorDialog } from './floor-dialog';
import { FloorEntry } from './floor-entry';
import { putFloor, removeFloor } from './floor-writing';
import type { ChangeModel, ModelFaults } from './model-actions';

interface FloorsProps {
  model: RiskModel;
  change: ChangeModel;
  faults: ModelFaults;
  findings: readonly Finding[];
}

/** The rules that lift the level whatever the score says. */
export function Floors({ model, change, faults, findings }: FloorsProps) {
  const t = useTranslations('riskModel.floors');
  const [asked, setAsked] = useState<Floor | 'new'>();
  const add = useRef<HTMLButtonElement>(null);
  return (
    <Panel id="floors" title={t('title')} meta={t('meta')} flush>
      {model.floors.length === 0 && <p className="px-4 py-3 text-ink-soft">{t('none')}</p>}
      <ul className="divide-y divide-line">
        {model.floors.map((floor, index) => (
          <FloorEntry
            key={floor.id}
            {...{ model, floor, index, change, faults }}
            onEdit={() => setAsked(floor)}
            onRemove={() => {
              change?.((all) => removeFloor(all, floor.id));
              add.current?.focus();
            }}
          />
        ))}
      </ul>
      <Findings findings={findings} />
      {change && (
        <p className="border-t border-line px-4 py-2.5">
          <Button ref={add} size="sm" icon={<Plus />} onClick={() => setAsked('new')}>
            {t('add')}
          </Button>
        </p>
      )}
      {change && asked && (
        <FloorDialog
          model={model}
          floor={asked === 'new' ? undefined : asked}
          onDone={(said) => change((all) => putFloor(all, asked === 'new' ? undefined : asked.id, said))}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Panel>
  );
}
