'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { FactorDialog } from './factor-dialog';
import { addFactor } from './factor-writing';
import type { ChangeModel } from './model-actions';

/** Adds a factor behind the others. */
export function AddFactor({ change }: { change: NonNullable<ChangeModel> }) {
  const t = useTranslations('riskModel.factor');
  const [isOpen, setOpen] = useState(false);
  return (
    <div>
      <Button id="add-factor" icon={<Plus />} onClick={() => setOpen(true)}>
        {t('add')}
      </Button>
      {isOpen && (
        <FactorDialog
          onDone={(shape, percent) => change((all) => void addFactor(all, shape, percent))}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}
