import { dayOf } from '@/lib/days';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { TableSkeleton } from '@/components/ui/skeleton';
import { may } from '@/lib/auth/permissions';
import { bookSize } from '@/lib/kyc/dashboard-sums';
import { paths } from '@/lib/paths';
import { requireStaff, type StaffSession } from '@/server/auth/session';
import { decisionDesk } from '@/server/casework/case-desk';
import { staffDashboard } from '@/server/casework/dashboard';
import { jobsDesk } from '@/server/queue/desk';
import { AdminHome } from './home-admin';
import { ComplianceHome } from './home-compliance';
import { ManagerHome } from './home-manager';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('dashboard'))('title') };
}

/** Where a day starts: what waits, what is due, how the book stands, as the role sees it. */
export default async function HomePage() {
  const session = await requireStaff(['dashboard:read:own', 'dashboard:read:all', 'dashboard:read:admin']);
  const t = await getTranslations('dashboard');
  return (
    <>
      <PageHeader title={t('title')} />
      <Suspense fallback={<TableSkeleton rows={8} columns={4} />}>
        <Home session={session} />
      </Suspense>
    </>
  );
}

async function Home({ session }: { session: StaffSession }) {
  const { role, id, employeeId } = session.user;
  const dashboard = await staffDashboard(session);
  const today = dayOf(new Date());
  // Where it cannot be counted, each part says so for itself.
  const isEmpty = await dashboard.book().then(
    ({ counts }) => bookSize(counts) === 0,
    () => false,
  );
  const { mentions: readMentions } = await decisionDesk(session);
  if (may(role, 'dashboard:read:own')) {
    if (isEmpty) return <NoOwn isTied={employeeId !== null} />;
    return <ManagerHome {...{ dashboard, today, readMentions }} />;
  }
  if (may(role, 'dashboard:read:admin'))
    return (
      <AdminHome
        {...{ dashboard, isEmpty }}
        readFailedRuns={async () => (await (await jobsDesk()).view(session.tenantId)).failed.length}
      />
    );
  if (isEmpty) return <NoCustomers />;
  return <ComplianceHome {...{ dashboard, today, readMentions }} readerId={id} />;
}

async function NoCustomers() {
  const t = await getTranslations('dashboard.empty');
  return <EmptyState title={t('title')}>{t('all')}</EmptyState>;
}

async function NoOwn({ isTied }: { isTied: boolean }) {
  const t = await getTranslations('dashboard.empty');
  const create = (
    <LinkButton variant="primary" href={paths.newCustomer}>
      {t('create')}
    </LinkButton>
  );
  return (
    <EmptyState title={t('title')} action={isTied && create}>
      {t(isTied ? 'own' : 'ownNobody')}
    </EmptyState>
  );
}
