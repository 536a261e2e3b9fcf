import { notFound } from 'next/navigation';
import { requireCustomer } from '@/server/auth/portal/session';

/** Every address below the portal that is no page of it. */
export default async function UnknownPortalPage() {
  await requireCustomer();
  notFound();
}
