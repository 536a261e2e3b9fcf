'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';

/** The words for what is wrong with a new password's length, which its schema says in fragments. */
export function usePasswordWords() {
  const t = useTranslations('auth.password');
  return useMemo(() => ({ password: { invalid: t('tooShort'), tooLong: t('tooLong') } }), [t]);
}
