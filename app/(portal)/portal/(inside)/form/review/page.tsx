import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireCustomer } from '@/server/auth/portal/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('portal.form'))('reviewTitle') };
}

/** All answers before they are sent; the layout shows them. */
export default async function PortalReviewPage() {
  await requireCustomer();
  return null;
}
