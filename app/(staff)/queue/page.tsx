import { dayOf } from '@/lib/days';
import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { QueueFilters } from '@/components/cases/queue/queue-filters';
import { QueueTable } from '@/components/cases/queue/queue-table';
import { QueueTabs } from '@/components/cases/queue/queue-tabs';
import { ClientMessages } from '@/components/ui/client-messages';
import { PageHeader } from '@/components/ui/page-header';
import { TableSkeleton } from '@/components/ui/skeleton';
import { type CaseQueueView, caseQueueView } from '@/lib/kyc/case-view';
import { caseCountsQuery, casesQuery } from '@/lib/query/cases';
import { requireStaff, type StaffSession } from '@/server/auth/session';
import { decisionDesk } from '@/server/casework/case-desk';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('queue'))('title') };
}

export default async function QueuePage({ searchParams }: PageProps<'/queue'>) {
  const session = await requireStaff(['queue:read']);
  const view = caseQueueView.parse(await searchParams);
  const t = await getTranslations('queue');
  return (
    <>
      <PageHeader title={t('title')} />
      <ClientMessages areas={['kyc', 'queue']}>
        <Suspense key={JSON.stringify(view)} fallback={<TableSkeleton rows={12} columns={8} />}>
          <Queue session={session} view={view} />
        </Suspense>
      </ClientMessages>
    </>
  );
}

/** The view's cases, read while the page around them is already there. */
async function Queue({ session, view }: { session: StaffSession; view: CaseQueueView }) {
  const desk = await decisionDesk(session);
  const client = new QueryClient();
  const [assigneeName] = await Promise.all([
    view.assignee === undefined ? undefined : desk.staffName(view.assignee),
    client.prefetchQuery({ ...caseCountsQuery, queryFn: () => desk.counts() }),
    client.prefetchQuery({ ...casesQuery(view), queryFn: () => desk.queue(view) }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <QueueTabs view={view} />
      <QueueFilters view={view} assigneeName={assigneeName} />
      <QueueTable view={view} today={dayOf(new Date())} />
    </HydrationBoundary>
  );
}
