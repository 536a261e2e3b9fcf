'use client';

import { useTranslations } from 'next-intl';
import { SignInAgain } from '@/components/form/error-summary';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { ModelDraft } from './use-model-draft';

/**
 * Why a draft was not saved, beside the button that saves it: that somebody else was first, or what the server said. It is said aloud, and
 * leaves the focus in the cell from which it may have been saved.
 */
export function DraftNotices({ draft }: { draft: ModelDraft }) {
  const t = useTranslations('riskModel.draft');
  const { isBehind, refusal, isSignedOut } = draft;
  if (!isBehind && refusal.length === 0) return null;
  return (
    <div className="max-h-60 basis-full overflow-y-auto">
      {isBehind ? (
        <Notice
          tone="caution"
          role="alert"
          title={t('behind')}
          action={
            <span className="flex flex-wrap gap-2">
              <Button size="sm" onClick={draft.discard}>
                {t('takeTheirs')}
              </Button>
              <Button size="sm" onClick={draft.keepMine}>
                {t('keepMine')}
              </Button>
            </span>
          }
        >
          {t('behindText')}
        </Notice>
      ) : (
        <Notice tone="critical" role="alert" title={t('refused')}>
          <ul>
            {refusal.map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
          {isSignedOut && <SignInAgain />}
        </Notice>
      )}
    </div>
  );
}
