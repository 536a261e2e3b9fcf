'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { Dialog } from '@/components/ui/dialog';

/** Something that the customer can be asked for again. */
export type Askable = { id: string; label: string; hint: string };

interface AskDialogProps {
  askable: readonly Askable[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onChosen: (id: string) => void;
}

/** What the customer is to be asked for again: an answer or a document. The words come in the next step. */
export function AskDialog({ askable, open, onOpenChange, onChosen }: AskDialogProps) {
  const t = useTranslations('decisions.ask');
  const common = useTranslations('common');
  const [chosen, setChosen] = useState('');
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('title')}
      description={t('description')}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{common('cancel')}</Button>
          <Button
            variant="primary"
            unavailable={chosen === '' ? t('chooseFirst') : undefined}
            onClick={() => onChosen(chosen)}
          >
            {t('on')}
          </Button>
        </>
      }
    >
      <div className="min-h-24 space-y-1.5">
        <label htmlFor="ask-for" className="block font-medium">
          {t('what')}
        </label>
        <Combobox
          id="ask-for"
          options={askable.map(({ id, label, hint }) => ({ value: id, label, hint }))}
          value={chosen}
          onChange={setChosen}
          labels={{ open: common('openList'), clear: common('clearChoice'), empty: common('noMatch') }}
        />
      </div>
    </Dialog>
  );
}
