'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import type { RiskModel } from '@/lib/risk/model';
import { CountryListEntry } from './country-list-entry';
import { addList, removeList } from './list-writing';
import type { ChangeModel, ModelFaults } from './model-actions';
import { NewListDialog } from './new-list-dialog';

interface CountryListsProps {
  model: RiskModel;
  change: ChangeModel;
  faults: ModelFaults;
}

/** The lists of countries that tables ask about, each with who publishes it and when. */
export function CountryLists({ model, change, faults }: CountryListsProps) {
  const t = useTranslations('riskModel.lists');
  const [isAdding, setAdding] = useState(false);
  const add = useRef<HTMLButtonElement>(null);
  return (
    <Panel id="lists" title={t('title')} meta={t('meta')} flush>
      {model.countryLists.length === 0 && <p className="px-4 py-3 text-ink-soft">{t('none')}</p>}
      <ul className="divide-y divide-line">
        {model.countryLists.map((list, index) => (
          <CountryListEntry
            key={list.id}
            {...{ model, list, index, change, faults }}
            onRemove={() => {
              change?.((all) => removeList(all, list.id));
              add.current?.focus();
            }}
          />
        ))}
      </ul>
      {change && (
        <p className="border-t border-line px-4 py-2.5">
          <Button ref={add} size="sm" icon={<Plus />} onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        </p>
      )}
      {change && isAdding && (
        <NewListDialog
          onDone={(given) => change((all) => void addList(all, given))}
          onClose={() => setAdding(false)}
        />
      )}
    </Panel>
  );
}
