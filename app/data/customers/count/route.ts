import { readView } from '@/lib/kyc/customer-list';
import { staffRoute } from '@/server/auth/staff-route';
import { caseDesk } from '@/server/casework/desk';

/** How many customers a view of the list holds. */
export const GET = staffRoute({
  permission: ['customers:list:own', 'customers:list:all'],
  handler: async ({ session, query }) => (await caseDesk(session)).count(readView(query)),
});
