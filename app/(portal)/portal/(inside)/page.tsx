import { dayOf } from '@/lib/days';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PortalHome } from '@/components/portal/portal-home';
import { portalOverview } from '@/lib/kyc/portal-standing';
import { newId } from '@/lib/new-id';
import { customerCall } from '@/server/auth/kyc-call';
import { requireCustomer } from '@/server/auth/portal/session';
import { ownView } from '@/server/casework/portal';
import { kycApi } from '@/server/kyc';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('portal'))('title') };
}

export default async function PortalPage() {
  const session = await requireCustomer();
  const view = await ownView(await kycApi(), customerCall(session, newId()), session);
  const today = dayOf(new Date());
  return <PortalHome view={view} overview={portalOverview(view, today)} />;
}
