import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { CustomerTable } from '@/components/customers/customer-table';
import { FilterBar } from '@/components/customers/filter-bar';
import { ClientMessages } from '@/components/ui/client-messages';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { TableSkeleton } from '@/components/ui/skeleton';
import { may, mayReadDocuments, mayReadProfiles } from '@/lib/auth/permissions';
import { type CustomerView, readView } from '@/lib/kyc/customer-list';
import { newId } from '@/lib/new-id';
import { paths } from '@/lib/paths';
import { customersQuery } from '@/lib/query/customers';
import { kycCall } from '@/server/auth/kyc-call';
import { requireStaff, type StaffSession } from '@/server/auth/session';
import { caseDesk } from '@/server/casework/desk';
import { kycApi } from '@/server/kyc';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('customers'))('title') };
}

export default async function CustomersPage({ searchParams }: PageProps<'/customers'>) {
  const session = await requireStaff(['customers:list:own', 'customers:list:all']);
  const { role } = session.user;
  const all = may(role, 'customers:list:all');
  const view = readView(await searchParams);
  const t = await getTranslations('customers');
  const facets = await readFacets(session, all);
  const mayCreate = may(role, 'customers:create');
  return (
    <>
      <PageHeader
        title={all ? t('title') : t('yours')}
        actions={
          mayCreate && (
            <LinkButton variant="primary" href={paths.newCustomer} icon={<Plus />}>
              {t('new')}
            </LinkButton>
          )
        }
      />
      <FilterBar
        view={view}
        showRisk={mayReadProfiles(role)}
        showDocuments={mayReadDocuments(role)}
        {...facets}
      />
      <ClientMessages areas={['kyc', 'customers']}>
        <Suspense key={JSON.stringify(view)} fallback={<TableSkeleton rows={12} columns={7} />}>
          <Customers session={session} view={view} />
        </Suspense>
      </ClientMessages>
    </>
  );
}

/** The view's customers, read while the page around them is already there. */
async function Customers({ session, view }: { session: StaffSession; view: CustomerView }) {
  const { role, employeeId } = session.user;
  const desk = await caseDesk(session);
  const client = new QueryClient();
  await client.prefetchQuery({ ...customersQuery(view), queryFn: () => desk.list(view) });
  const all = may(role, 'customers:list:all');
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <CustomerTable
        view={view}
        showRisk={mayReadProfiles(role)}
        empty={all ? 'all' : employeeId === null ? 'ownNobody' : 'own'}
        mayCreate={may(role, 'customers:create')}
      />
    </HydrationBoundary>
  );
}

/** What the filters offer. The list does without them while the KYC service is away. */
async function readFacets(session: StaffSession, all: boolean) {
  const api = await kycApi();
  const call = kycCall(session, newId());
  const [employees, { forms }] = await Promise.all([
    all ? api.getEmployees(call, {}).catch(() => []) : [],
    api.listForms(call, {}).catch(() => ({ forms: [] })),
  ]);
  const named = (items: readonly { id: string; name: string }[]) =>
    items.map(({ id, name }) => ({ id, name }));
  return { employees: named(employees), forms: named(forms) };
}
