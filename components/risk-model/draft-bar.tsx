'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { ToneMark } from '@/components/ui/tone-mark';
import { DraftNotices } from './draft-notices';
import type { FaultyPart } from './faulty-parts';
import type { ModelDraft } from './use-model-draft';

interface DraftBarProps {
  draft: ModelDraft;
  /** How many errors there are, and the parts of the page that they are in. */
  errors: number;
  parts: readonly FaultyPart[];
}

/** Stays at the foot of the window while a draft is edited: what is not saved, where the errors are, and the way to save. */
export function DraftBar({ draft, errors, parts }: DraftBarProps) {
  const t = useTranslations('riskModel');
  const save = useRef<HTMLButtonElement>(null);
  return (
    <section
      aria-label={t('draft.bar')}
      className="sticky bottom-0 z-10 max-md:static flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line-strong bg-paper py-2.5"
    >
      <DraftNotices draft={draft} />
      <div className="min-w-0 text-sm">
        <p role="status" className="flex items-center gap-2">
          <ToneMark tone={errors > 0 ? 'critical' : 'positive'} />
          {errors > 0 ? t('findings.errors', { count: errors }) : t('findings.sound')}
        </p>
        {parts.length > 0 && (
          <ul aria-label={t('findings.where')} className="flex flex-wrap gap-x-3 ps-5">
            {parts.map(({ id, name }) => (
              <li key={id}>
                <a href={`#${id}`} className="inline-block min-h-6 text-accent hover:underline">
                  {name}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <span className="text-sm text-ink-soft">
          {draft.isChanged
            ? t(draft.restored ? 'draft.restored' : 'draft.unsaved')
            : t('actions.nothingToSave')}
        </span>
        {draft.isChanged && (
          <Button
            onClick={() => {
              draft.discard();
              save.current?.focus();
            }}
          >
            {t('draft.discard')}
          </Button>
        )}
        <Button
          ref={save}
          variant={draft.isChanged ? 'primary' : 'secondary'}
          pending={draft.isSaving ? t('actions.saving') : undefined}
          aria-keyshortcuts="Control+S Meta+S"
          onClick={() => void draft.save()}
        >
          {t('actions.save')}
          <span aria-hidden="true" className="max-md:hidden pointer-coarse:hidden">
            <Kbd>{t('actions.saveKey')}</Kbd>
          </span>
        </Button>
      </div>
    </section>
  );
}
