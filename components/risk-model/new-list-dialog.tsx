'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import * as z from 'zod';
import { Input } from '@/components/ui/input';
import { countryList } from '@/lib/risk/model';
import { firstFault } from './first-fault';
import { Labelled } from './labelled';
import { TaskDialog } from './task-dialog';

const { name, source, publishedOn } = countryList.shape;
const newList = z.object({ name, source, publishedOn });
type NewList = z.output<typeof newList>;

/** Asks for a country list's name, and who published it when. */
export function NewListDialog({ onDone, onClose }: { onDone: (list: NewList) => void; onClose: () => void }) {
  const t = useTranslations('riskModel.lists');
  const [typed, setTyped] = useState<NewList>({ name: '', source: '', publishedOn: '' });
  const box = (key: keyof NewList, type: 'text' | 'date') => (
    <Labelled label={t(key)}>
      {(id) => (
        <Input
          id={id}
          type={type}
          value={typed[key]}
          onChange={({ target }) => setTyped({ ...typed, [key]: target.value })}
        />
      )}
    </Labelled>
  );
  return (
    <TaskDialog
      title={t('addTitle')}
      description={t('addHint')}
      confirm={t('addDone')}
      unavailable={firstFault(newList, typed)}
      onDone={() => onDone(typed)}
      onClose={onClose}
    >
      {box('name', 'text')}
      {box('source', 'text')}
      {box('publishedOn', 'date')}
    </TaskDialog>
  );
}
