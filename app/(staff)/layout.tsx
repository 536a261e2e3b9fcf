import {
  Building,
  CalendarClock,
  FileCode2,
  Gauge,
  History,
  Inbox,
  ListChecks,
  Scale,
  SlidersHorizontal,
  Timer,
  Users as UsersIcon,
  UsersRound,
} from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { SignOutForm } from '@/components/auth/sign-out-form';
import type { NavItem } from '@/components/shell/nav-item';
import { Shell, signOutButtonStyle } from '@/components/shell/shell';
import { ClientMessages } from '@/components/ui/client-messages';
import { may, mayAny } from '@/lib/auth/permissions';
import { paths } from '@/lib/paths';
import { requireStaff, type StaffSession } from '@/server/auth/session';
import { decisionDesk } from '@/server/casework/case-desk';
import { env } from '@/server/env';
import { StaffPalette } from './staff-palette';

/**
 * What stands around every page of the staff. It asks for a session so that a visitor without one is sent to the
 * sign-in page; what a page shows, that page asks for itself, because a layout is not rendered again on the way.
 */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  const session = await requireStaff();
  const { user } = session;
  const roles = await getTranslations('auth.roles');
  const items = await pagesOf(session);
  return (
    <Shell
      items={items}
      user={{ name: user.name, email: user.email, role: roles(user.role) }}
      demo={env().mode === 'demo'}
      palette={
        <ClientMessages areas={['kyc', 'nav']}>
          <StaffPalette
            pages={items.map(({ href, label }) => ({ id: href, label, href }))}
            mayCreate={may(user.role, 'customers:create')}
          />
        </ClientMessages>
      }
      signOut={<SignOutForm className={signOutButtonStyle} />}
    >
      {children}
    </Shell>
  );
}

/** The pages that a role may open. Where a mail server sends the mails, the outbox is no daily place. */
async function pagesOf(session: StaffSession): Promise<NavItem[]> {
  const { role } = session.user;
  const t = await getTranslations('nav');
  const items: NavItem[] = [
    { href: paths.home, label: t('overview'), icon: <Gauge /> },
    ...(may(role, 'queue:read') ? [await queueItem(session)] : []),
    { href: paths.customers, label: t('customers'), icon: <UsersIcon /> },
    ...(mayAny(role, 'reviews:read:own', 'reviews:read:all')
      ? [{ href: paths.reviews, label: t('reviews'), icon: <CalendarClock /> }]
      : []),
    { href: paths.employees, label: t('employees'), icon: <Building /> },
  ];
  if (may(role, 'risk-model:read') && env().remote === undefined) {
    items.push({ href: paths.riskModel, label: t('riskModel'), icon: <Scale /> });
  }
  const audit = { href: paths.audit, label: t('audit'), short: t('auditShort'), icon: <History /> };
  if (may(role, 'audit:read:all')) items.push(audit);
  const settings: NavItem[] = [];
  if (may(role, 'users:manage')) {
    settings.push({ href: paths.users, label: t('users'), icon: <UsersRound /> });
  }
  if (may(role, 'reasons:manage')) {
    settings.push({ href: paths.reasons, label: t('reasons'), icon: <ListChecks /> });
  }
  if (may(role, 'case-settings:manage')) {
    const [label, short] = [t('caseSettings'), t('caseSettingsShort')];
    settings.push({ href: paths.caseSettings, label, short, icon: <SlidersHorizontal /> });
  }
  if (may(role, 'outbox:read') && env().smtpUrl === undefined) {
    settings.push({ href: paths.outbox, label: t('outbox'), icon: <Inbox /> });
  }
  if (may(role, 'jobs:manage')) {
    settings.push({ href: paths.jobs, label: t('jobs'), icon: <Timer /> });
  }
  if (may(role, 'audit:read:firm')) settings.push(audit);
  if (may(role, 'api-reference:read')) {
    const [label, short] = [t('apiReference'), t('apiReferenceShort')];
    settings.push({ href: paths.apiReference, label, short, icon: <FileCode2 />, prefetch: false });
  }
  const [first, ...rest] = settings;
  return first ? [...items, { ...first, group: t('administration') }, ...rest] : items;
}

/** The queue, with how many cases wait for this person; while that cannot be counted it stands there without a number. */
async function queueItem(session: StaffSession): Promise<NavItem> {
  const [t, queue] = [await getTranslations('nav'), await getTranslations('queue')];
  const desk = await decisionDesk(session);
  const counts = await desk.counts().catch(() => undefined);
  const waiting = counts ? counts.mine.count + counts.toCheck.count : 0;
  return {
    href: paths.queue,
    label: t('queue'),
    icon: <ListChecks />,
    ...(waiting > 0 && { count: { value: waiting, label: queue('waits', { count: waiting }) } }),
  };
}
