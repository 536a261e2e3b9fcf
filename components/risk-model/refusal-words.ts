'use client';

import { useTranslations } from 'next-intl';
import type { ActionRefusal } from '@/lib/action-result';

/** Why an action was refused, for people; null where the server was not reached. A failure names what the log knows it by. */
export function useRefusalWords(): (refusal: ActionRefusal | null) => string[] {
  const t = useTranslations('riskModel.actions');
  return (refusal) => {
    if (refusal === null) return [t('notReached')];
    const { code, messages, requestId } = refusal;
    return code === 500 ? [...messages, t('reference', { id: requestId })] : messages;
  };
}
