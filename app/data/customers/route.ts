import { readView } from '@/lib/kyc/customer-list';
import { staffRoute } from '@/server/auth/staff-route';
import { caseDesk } from '@/server/casework/desk';

/** A page of the reader's customers. */
export const GET = staffRoute({
  permission: ['customers:list:own', 'customers:list:all'],
  handler: async ({ session, query }) => (await caseDesk(session)).list(readView(query)),
});
