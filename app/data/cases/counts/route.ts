import { staffRoute } from '@/server/auth/staff-route';
import { decisionDesk } from '@/server/casework/case-desk';

/** How many cases each tab of the queue holds. */
export const GET = staffRoute({
  permission: 'queue:read',
  handler: async ({ session }) => (await decisionDesk(session)).counts(),
});
