import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { UsersPanel } from '@/components/settings/users-panel';
import { ClientMessages } from '@/components/ui/client-messages';
import { newId } from '@/lib/new-id';
import { usersQuery } from '@/lib/query/users';
import {
  changeUser,
  disableUser,
  enableUser,
  inviteUser,
  resendUserInvitation,
} from '@/server/actions/users';
import { kycCall } from '@/server/auth/kyc-call';
import { requireStaff, type StaffSession } from '@/server/auth/session';
import { readStaffPage } from '@/server/auth/users/list';
import { kycApi } from '@/server/kyc';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('users'))('title') };
}

export default async function UsersPage() {
  const session = await requireStaff('users:manage');
  const client = new QueryClient();
  const [employees] = await Promise.all([
    readEmployees(session),
    client.prefetchInfiniteQuery({
      ...usersQuery,
      queryFn: ({ pageParam }) => readStaffPage(session, pageParam),
    }),
  ]);
  return (
    <ClientMessages areas={['auth', 'users']}>
      <HydrationBoundary state={dehydrate(client)}>
        <UsersPanel
          ownId={session.user.id}
          employees={employees}
          actions={{ inviteUser, changeUser, disableUser, enableUser, resendUserInvitation }}
        />
      </HydrationBoundary>
    </ClientMessages>
  );
}

/** Null while the KYC service is away: users can be managed all the same, only not tied. */
async function readEmployees(session: StaffSession) {
  const employees = await (await kycApi()).getEmployees(kycCall(session, newId()), {}).catch(() => null);
  return employees?.map(({ id, name }) => ({ id, name })) ?? null;
}
