'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Combobox } from '@/components/ui/combobox';
import { useReady } from '@/components/ui/use-ready';

interface PersonBoxProps {
  id: string;
  name: string;
  person: string | undefined;
  people: readonly { id: string; name: string }[];
  anybody: string;
}

/** One of the staff, found by typing, or anybody; for a form that the browser sends. It takes no typing before it can keep it. */
export function PersonBox({ id, name, person, people, anybody }: PersonBoxProps) {
  const common = useTranslations('common');
  const [chosen, setChosen] = useState(person ?? '');
  const ready = useReady();
  return (
    <fieldset disabled={!ready} className="w-64 max-w-full">
      {chosen && <input type="hidden" name={name} value={chosen} />}
      <Combobox
        id={id}
        options={people.map((one) => ({ value: one.id, label: one.name }))}
        value={chosen}
        onChange={setChosen}
        placeholder={anybody}
        labels={{ open: common('openList'), clear: common('clearChoice'), empty: common('noMatch') }}
      />
    </fieldset>
  );
}
