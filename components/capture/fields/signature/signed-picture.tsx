'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DateTime } from '@/components/ui/date-time';
import { ToneMark } from '@/components/ui/tone-mark';

interface SignedPictureProps {
  documentId: string;
  /** ISO 8601. */
  signedAt: string | undefined;
  previewUrl: (documentId: string) => string;
  action?: ReactNode;
}

/** A signature that is on the server, and when it was given. */
export function SignedPicture({ documentId, signedAt, previewUrl, action }: SignedPictureProps) {
  const t = useTranslations('captureFields.signature');
  return (
    <figure className="max-w-md space-y-1.5">
      {/* Its bytes come from a route that asks who is reading; the image optimizer could not fetch them. */}
      <img
        src={previewUrl(documentId)}
        alt={t('picture')}
        className="block max-h-44 min-h-16 w-full rounded-md border border-line object-contain"
      />
      <figcaption className="flex flex-wrap items-center justify-between gap-2 text-sm text-ink-soft">
        <span className="inline-flex items-baseline gap-1.5">
          <ToneMark tone="positive" />
          {signedAt ? t.rich('signedAt', { at: () => <DateTime value={signedAt} /> }) : t('signed')}
        </span>
        {action}
      </figcaption>
    </figure>
  );
}
