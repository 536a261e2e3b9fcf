'use client';

import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';

const rows = [
  ['search', ['Ctrl K', '⌘ K']],
  ['filter', ['/']],
  ['down', ['j']],
  ['up', ['k']],
  ['open', ['Enter']],
  ['close', ['Esc']],
  ['list', ['?']],
] as const;

/** The keys of pages on which cases are decided. */
const decidingRows = [
  ['openCase', ['o']],
  ['approve', ['a']],
  ['reject', ['r']],
  ['escalate', ['e']],
] as const;

/** The keys, listed; those of cases where the page has them. */
export function ShortcutsDialog({
  open,
  onOpenChange,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const t = useTranslations('shell.shortcuts');
  const common = useTranslations('common');
  const decides = open && document.querySelector('[data-decision-keys]') !== null;
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('title')} closeLabel={common('close')}>
      <dl className="divide-y divide-line">
        {[...rows, ...(decides ? decidingRows : [])].map(([name, keys]) => (
          <div key={name} className="flex items-center justify-between gap-4 py-2">
            <dt>{t(name)}</dt>
            <dd className="flex items-center gap-1.5 text-sm text-ink-soft">
              {keys.map((key, at) => (
                <Fragment key={key}>
                  {at > 0 && t('or')}
                  {key.split(' ').map((part) => (
                    <Kbd key={part}>{part}</Kbd>
                  ))}
                </Fragment>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
