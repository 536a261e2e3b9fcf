import { duplicateQuery } from '@/lib/kyc/customer-list';
import { staffRoute } from '@/server/auth/staff-route';
import { caseDesk } from '@/server/casework/desk';

/** Customers that may be the one being created. The keys come in the body, because personal data has no place in a URL. */
export const POST = staffRoute({
  permission: 'customers:create',
  handler: async ({ session, request }) =>
    (await caseDesk(session)).duplicates(duplicateQuery.parse(await request.json().catch(() => ({})))),
});
