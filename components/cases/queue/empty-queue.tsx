'use client';

import { CircleCheck, SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { caseViewQuery } from '@/lib/kyc/case-query';
import type { CaseQueueView } from '@/lib/kyc/case-view';
import { paths, withQuery } from '@/lib/paths';

/** A view without cases: what that means, and where to go on. */
export function EmptyQueue({ view }: { view: CaseQueueView }) {
  const t = useTranslations('queue');
  const { tab, risk, assignee, since, after } = view;
  if (risk ?? assignee ?? since ?? after) {
    return (
      <EmptyState
        icon={<SearchX />}
        title={t('narrowed.title')}
        action={
          <LinkButton href={withQuery(paths.queue, caseViewQuery({ tab }))}>{t('narrowed.clear')}</LinkButton>
        }
      />
    );
  }
  const next = tab === 'mine' || tab === 'toCheck' ? 'new' : tab === 'all' ? undefined : 'all';
  return (
    <EmptyState
      icon={<CircleCheck />}
      title={t(`empty.${tab}.title`)}
      action={
        next && (
          <LinkButton href={withQuery(paths.queue, caseViewQuery({ tab: next }))}>
            {t(`goTo.${next}`)}
          </LinkButton>
        )
      }
    >
      {t(`empty.${tab}.body`)}
    </EmptyState>
  );
}
