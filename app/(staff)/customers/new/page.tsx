import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewCustomerForm } from '@/components/customers/new-customer-form';
import { ClientMessages } from '@/components/ui/client-messages';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import { newId } from '@/lib/new-id';
import { paths } from '@/lib/paths';
import { createCustomer } from '@/server/actions/customers';
import { kycCall } from '@/server/auth/kyc-call';
import { requireStaff } from '@/server/auth/session';
import { kycApi } from '@/server/kyc';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newCustomer'))('title') };
}

export default async function NewCustomerPage() {
  const session = await requireStaff('customers:create');
  const t = await getTranslations('newCustomer');
  const api = await kycApi();
  const call = kycCall(session, newId());
  const [employees, { forms }] = await Promise.all([
    api.getEmployees(call, {}),
    api.listForms(call, { formType: 'KYCOnboarding' }),
  ]);
  const { id, employeeId } = session.user;
  return (
    <>
      <PageHeader
        title={t('title')}
        back={<TextLink href={paths.customers}>{t('back')}</TextLink>}
        meta={t('lead')}
      />
      <ClientMessages areas={['kyc', 'customers', 'newCustomer']}>
        <NewCustomerForm
          create={createCustomer}
          employees={employees.map((employee) => ({ id: employee.id, name: employee.name }))}
          forms={forms
            .filter(({ isActive }) => isActive !== false)
            .map(({ id: formId, name, entityType }) => ({ id: formId, name, entityType }))}
          user={{ id, employeeId }}
        />
      </ClientMessages>
    </>
  );
}
