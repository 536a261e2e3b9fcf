import type { Role } from '@/lib/auth/permissions';
import { paths } from '@/lib/paths';
import type { Work } from './book-works';
import { asked } from './rows';

/** The pages that staff look at, as a signed-in browser asks a running product for them, to the last byte. */
export function pageWorks(origin: string, cookies: Record<Role, string>, submissionId: string): Work[] {
  const page = (role: Role, path: string) => async () => {
    const answer = await asked(`${origin}${path}`, { headers: { cookie: cookies[role] } });
    await answer.arrayBuffer();
  };
  return [
    { name: `page ${paths.queue}`, run: page('compliance_officer', paths.queue) },
    { name: `page ${paths.reviews}`, run: page('compliance_officer', paths.reviews) },
    { name: `page ${paths.customers}`, run: page('compliance_officer', paths.customers) },
    { name: `page ${paths.audit}`, run: page('compliance_officer', paths.audit) },
    { name: 'page of one customer', run: page('compliance_officer', paths.customer(submissionId)) },
    { name: `page ${paths.home} of compliance`, run: page('compliance_officer', paths.home) },
    { name: `page ${paths.home} of a relationship manager`, run: page('relationship_manager', paths.home) },
    { name: `page ${paths.home} of an admin`, run: page('admin', paths.home) },
  ];
}
