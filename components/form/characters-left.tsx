'use client';

import { useTranslations } from 'next-intl';

const SHOWN_FROM = 0.8;

/**
 * How many characters are left, once it matters. There is no `maxlength`: browsers would cut pasted text without a word,
 * and count otherwise than the schema does.
 */
export function CharactersLeft({ text, limit }: { text: string; limit: number }) {
  const t = useTranslations('form');
  const left = limit - [...text].length;
  if (left > limit * (1 - SHOWN_FROM)) return null;
  return (
    <span
      className={`text-sm whitespace-nowrap ${left < 0 ? 'font-medium text-critical-fg' : 'text-ink-soft'}`}
    >
      {left < 0 ? t('tooLong', { count: -left }) : t('remaining', { count: left })}
    </span>
  );
}
