import { dayOf } from '@/lib/days';
import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache, Suspense } from 'react';
import { ProfileSkeleton } from '@/components/profile/profile-skeleton';
import { ClientMessages } from '@/components/ui/client-messages';
import { may, mayDownloadReports, mayReadDocuments, mayReadProfiles } from '@/lib/auth/permissions';
import { newId } from '@/lib/new-id';
import { caseQuery } from '@/lib/query/cases';
import { activityQuery, profileQuery } from '@/lib/query/profile';
import { kycCall } from '@/server/auth/kyc-call';
import { requireStaff } from '@/server/auth/session';
import { decisionDesk } from '@/server/casework/case-desk';
import { caseDesk } from '@/server/casework/desk';
import { kycApi, kycOffice } from '@/server/kyc';
import { AdminView } from './admin-view';
import { StaffProfile } from './staff-profile';

const AREAS = [
  'kyc',
  'profile',
  'activity',
  'documents',
  'requests',
  'captureFields',
  'decisions',
  'fourEyes',
  'queue',
  'notes',
  'versions',
  'whatIf',
] as const;

type Props = PageProps<'/customers/[submissionId]'>;

/** The customer of the address within the reader's scope; a foreign id and an unknown one give the same 404. */
const openCustomer = cache(async (segment: string) => {
  const session = await requireStaff(['customers:list:own', 'customers:list:all']);
  const desk = await caseDesk(session);
  const submissionId = decoded(segment);
  const customer = submissionId === undefined ? undefined : await desk.find(submissionId);
  if (customer === undefined) notFound();
  return { session, desk, customer };
});

/** A page gets its segment as it stands in the address; what is wrongly encoded names no customer. */
function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { customer } = await openCustomer((await params).submissionId);
  return { title: customer.displayName };
}

export default async function CustomerPage({ params }: Props) {
  // Asked before anything streams, so that a refusal is a true 404 or 403 and not a page that says so with a 200.
  const opened = await openCustomer((await params).submissionId);
  return (
    <ClientMessages areas={AREAS}>
      <Suspense fallback={<ProfileSkeleton />}>
        <Customer {...opened} />
      </Suspense>
    </ClientMessages>
  );
}

/** The customer as the reader's role sees it. */
async function Customer({ session, desk, customer }: Awaited<ReturnType<typeof openCustomer>>) {
  const { submissionId } = customer;
  const { role } = session.user;
  const reads = mayReadProfiles(role);
  const office = await kycOffice();
  const client = new QueryClient();
  await Promise.all([
    client.prefetchInfiniteQuery({
      ...activityQuery(submissionId),
      queryFn: () => desk.activity(submissionId, undefined),
    }),
    reads &&
      client.prefetchQuery({
        ...caseQuery(submissionId),
        queryFn: async () => (await decisionDesk(session)).case(submissionId),
      }),
    reads &&
      client.prefetchQuery({
        ...profileQuery(submissionId),
        queryFn: async () => desk.profile(await kycApi(), office, kycCall(session, newId()), customer),
      }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      {reads ? (
        <StaffProfile
          submissionId={submissionId}
          ownId={session.user.id}
          rights={{
            downloadReport: mayDownloadReports(role),
            read: mayReadDocuments(role),
            change: may(role, 'documents:change:own'),
            review: may(role, 'documents:review'),
            ask: may(role, 'information:request'),
            fillIn: may(role, 'answers:write:own'),
            readModel: may(role, 'risk-model:read'),
            tryOut: may(role, 'risk:what-if') && office !== undefined,
          }}
          today={dayOf(new Date())}
        />
      ) : (
        <AdminView customer={desk.item(customer)} />
      )}
    </HydrationBoundary>
  );
}
