'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/ui/link-button';
import type { CaseTab } from '@/lib/kyc/cases';
import { paths } from '@/lib/paths';
import { casesQuery } from '@/lib/query/cases';

const view = (tab: CaseTab) => ({ tab });

/** Where to go on after a decision: the next case of one's own, else one to check, else a new one, else the queue. */
export function NextCase({ after }: { after: string }) {
  const t = useTranslations('decisions.after');
  const mine = useQuery(casesQuery(view('mine')));
  const toCheck = useQuery(casesQuery(view('toCheck')));
  const fresh = useQuery(casesQuery(view('new')));
  const next = [mine, toCheck, fresh]
    .flatMap(({ data }) => data?.cases ?? [])
    .find(({ submissionId, stage }) => submissionId !== after && stage !== 'waitingOnCustomer');
  return next ? (
    <LinkButton href={paths.customer(next.submissionId)} icon={<ArrowRight className="mirror" />}>
      {t('next')}: <bdi className="max-w-48 truncate max-md:max-w-28">{next.displayName}</bdi>
    </LinkButton>
  ) : (
    <LinkButton href={paths.queue}>{t('toQueue')}</LinkButton>
  );
}
