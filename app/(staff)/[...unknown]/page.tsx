import { notFound } from 'next/navigation';
import { requireStaff } from '@/server/auth/session';

/** Every address that no page has: the same answer as for what is not the reader's. */
export default async function UnknownPage() {
  await requireStaff();
  notFound();
}
