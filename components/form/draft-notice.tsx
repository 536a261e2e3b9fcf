'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Draft } from './persisted-draft';

/** Says that what was typed earlier is back, and offers to start afresh. */
export function DraftNotice({ draft }: { draft: Draft }) {
  const t = useTranslations('form.draft');
  if (!draft.restored) return null;
  return (
    <Notice
      role="status"
      tone="info"
      action={
        <Button size="sm" onClick={draft.discard}>
          {t('discard')}
        </Button>
      }
    >
      {t('restored')}
    </Notice>
  );
}
