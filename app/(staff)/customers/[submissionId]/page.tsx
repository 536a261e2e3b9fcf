import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ClientMessages } from '@/components/ui/client-messages';
import { mayDownloadReports, mayReadProfiles } from '@/lib/auth/permissions';
import { newId } from '@/lib/new-id';
import { activityQuery, profileQuery } from '@/lib/query/profile';
import { kycCall } from '@/server/auth/kyc-call';
import { requireStaff } from '@/server/auth/session';
import { caseDesk } from '@/server/casework/desk';
import { kycApi, kycOffice } from '@/server/kyc';
import { AdminView } from './admin-view';
import { StaffProfile } from './staff-profile';

type Props = PageProps<'/customers/[submissionId]'>;

/** The customer of the address within the reader's scope; a foreign id and an unknown one give the same 404. */
const openCustomer = cache(async (submissionId: string) => {
  const session = await requireStaff(['customers:list:own', 'customers:list:all']);
  const desk = await caseDesk(session);
  const customer = await desk.find(submissionId);
  if (customer === undefined) notFound();
  return { session, desk, customer };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { customer } = await openCustomer(decodeURIComponent((await params).submissionId));
  return { title: customer.displayName };
}

export default async function CustomerPage({ params }: Props) {
  const { session, desk, customer } = await openCustomer(decodeURIComponent((await params).submissionId));
  const { submissionId } = customer;
  const { role } = session.user;
  const client = new QueryClient();
  const activity = client.prefetchInfiniteQuery({
    ...activityQuery(submissionId),
    queryFn: () => desk.activity(submissionId, undefined),
  });
  if (!mayReadProfiles(role)) {
    await activity;
    return (
      <ClientMessages areas={['kyc', 'profile', 'activity']}>
        <HydrationBoundary state={dehydrate(client)}>
          <AdminView customer={desk.item(customer)} />
        </HydrationBoundary>
      </ClientMessages>
    );
  }
  const call = kycCall(session, newId());
  await client.prefetchQuery({
    ...profileQuery(submissionId),
    queryFn: async () => desk.profile(await kycApi(), await kycOffice(), call, customer),
  });
  await activity;
  return (
    <ClientMessages areas={['kyc', 'profile', 'activity']}>
      <HydrationBoundary state={dehydrate(client)}>
        <StaffProfile
          submissionId={submissionId}
          mayDownload={mayDownloadReports(role)}
          today={new Date().toISOString().slice(0, 10)}
        />
      </HydrationBoundary>
    </ClientMessages>
  );
}
