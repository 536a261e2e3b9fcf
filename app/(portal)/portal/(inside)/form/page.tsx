import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireCustomer } from '@/server/auth/portal/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('portal.form'))('title') };
}

/** The first page that owes something; the layout shows it. */
export default async function PortalFormPage() {
  await requireCustomer();
  return null;
}
