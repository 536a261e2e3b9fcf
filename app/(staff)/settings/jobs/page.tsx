import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { JobsPanel } from '@/components/settings/jobs-panel';
import { ClientMessages } from '@/components/ui/client-messages';
import { PageHeader } from '@/components/ui/page-header';
import { jobsQuery } from '@/lib/query/jobs';
import { runJobAgain, runJobNow } from '@/server/actions/jobs';
import { requireStaff } from '@/server/auth/session';
import { jobsDesk } from '@/server/queue/desk';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('jobs'))('title') };
}

export default async function JobsPage() {
  const { tenantId } = await requireStaff('jobs:manage');
  const t = await getTranslations('jobs');
  const client = new QueryClient();
  await client.prefetchQuery({ ...jobsQuery, queryFn: async () => (await jobsDesk()).view(tenantId) });
  return (
    <>
      <PageHeader title={t('title')} meta={t('meta')} />
      <ClientMessages areas={['jobs']}>
        <HydrationBoundary state={dehydrate(client)}>
          <JobsPanel actions={{ runJobNow, runJobAgain }} />
        </HydrationBoundary>
      </ClientMessages>
    </>
  );
}
