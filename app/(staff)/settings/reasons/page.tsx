import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ReasonsPanel } from '@/components/settings/reasons-panel';
import { ClientMessages } from '@/components/ui/client-messages';
import { reasonsQuery } from '@/lib/query/cases';
import { addDecisionReason, setDecisionReason } from '@/server/actions/reasons';
import { requireStaff } from '@/server/auth/session';
import { decisionDesk } from '@/server/casework/case-desk';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reasons'))('title') };
}

export default async function ReasonsPage() {
  const desk = await decisionDesk(await requireStaff('reasons:manage'));
  const client = new QueryClient();
  await client.prefetchQuery({ ...reasonsQuery, queryFn: () => desk.reasons() });
  return (
    <ClientMessages areas={['reasons']}>
      <HydrationBoundary state={dehydrate(client)}>
        <ReasonsPanel add={addDecisionReason} set={setDecisionReason} />
      </HydrationBoundary>
    </ClientMessages>
  );
}
