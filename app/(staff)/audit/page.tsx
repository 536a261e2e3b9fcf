import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AuditFilter } from '@/components/audit/audit-filter';
import { AuditTable } from '@/components/audit/audit-table';
import { ChainPanel } from '@/components/audit/chain-panel';
import { ClientMessages } from '@/components/ui/client-messages';
import { PageHeader } from '@/components/ui/page-header';
import { ReadFailed } from '@/components/ui/read-failed';
import { readTrailView } from '@/lib/audit-trail';
import { may } from '@/lib/auth/permissions';
import { newId } from '@/lib/new-id';
import { checkAuditTrail } from '@/server/actions/audit';
import { kycCall } from '@/server/auth/kyc-call';
import { requireStaff, type StaffSession } from '@/server/auth/session';
import { auditDesk } from '@/server/casework/audit-trail';
import { env } from '@/server/env';
import { kycApi } from '@/server/kyc';
import { readOrFailed } from '../read-or-failed';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('title') };
}

/** What is on record: of the firm for admins, and of its customers too for compliance. */
export default async function AuditPage({ searchParams }: PageProps<'/audit'>) {
  const session = await requireStaff(['audit:read:firm', 'audit:read:all']);
  const t = await getTranslations('audit');
  const view = readTrailView(await searchParams);
  const desk = await auditDesk(session);
  const list = await readOrFailed('audit trail', async () => desk.list(view, await employeeNames(session)));
  const { readsCustomers } = desk;
  const withModels = may(session.user.role, 'risk-model:read') && env().remote === undefined;
  return (
    <>
      <PageHeader title={t('title')} meta={t(readsCustomers ? 'meta' : 'metaFirm')} />
      <ClientMessages areas={['audit']}>
        <ChainPanel standing={await desk.standing()} check={checkAuditTrail} />
      </ClientMessages>
      <AuditFilter view={view} people={await desk.people(view)} withCustomers={readsCustomers} />
      {'failed' in list ? (
        <ReadFailed title={t('listFailed')} requestId={list.failed} />
      ) : (
        <AuditTable page={list.read} view={view} withCustomers={readsCustomers} withModels={withModels} />
      )}
    </>
  );
}

/** The page does without them while the KYC service is away. */
async function employeeNames(session: StaffSession): Promise<Map<string, string>> {
  const employees = await (await kycApi()).getEmployees(kycCall(session, newId()), {}).catch(() => []);
  return new Map(employees.map(({ id, name }) => [id, name]));
}
