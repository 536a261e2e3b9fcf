import { redirect } from 'next/navigation';
import { paths } from '@/lib/paths';
import { requireStaff } from '@/server/auth/session';

/** Every role's day starts at its customers. */
export default async function HomePage() {
  await requireStaff();
  redirect(paths.customers);
}
