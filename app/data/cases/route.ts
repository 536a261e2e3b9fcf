import { readCaseView } from '@/lib/kyc/case-view';
import { staffRoute } from '@/server/auth/staff-route';
import { decisionDesk } from '@/server/casework/case-desk';

/** A page of the queue. */
export const GET = staffRoute({
  permission: 'queue:read',
  handler: async ({ session, query }) => (await decisionDesk(session)).queue(readCaseView(query)),
});
