import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EmployeeList } from '@/components/employees/employee-list';
import { ClientMessages } from '@/components/ui/client-messages';
import { PageHeader } from '@/components/ui/page-header';
import { customerScope, may } from '@/lib/auth/permissions';
import { newId } from '@/lib/new-id';
import { employeesQuery } from '@/lib/query/employees';
import { kycCall } from '@/server/auth/kyc-call';
import { requireStaff } from '@/server/auth/session';
import { readEmployees } from '@/server/casework/employees';
import { kycApi } from '@/server/kyc';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('employees'))('title') };
}

export default async function EmployeesPage({ searchParams }: PageProps<'/employees'>) {
  const session = await requireStaff('employees:list');
  const { q } = await searchParams;
  const t = await getTranslations('employees');
  const client = new QueryClient();
  await client.prefetchQuery({
    ...employeesQuery(),
    queryFn: async () => readEmployees(await kycApi(), kycCall(session, newId()), session),
  });
  return (
    <>
      <PageHeader title={t('title')} meta={t('meta')} />
      <ClientMessages areas={['employees']}>
        <HydrationBoundary state={dehydrate(client)}>
          <EmployeeList
            startWith={typeof q === 'string' ? q : ''}
            showCustomers={customerScope(session.user).kind === 'tenant'}
            showUsers={may(session.user.role, 'users:manage')}
          />
        </HydrationBoundary>
      </ClientMessages>
    </>
  );
}
