import { staffRoute } from '@/server/auth/staff-route';
import { decisionDesk } from '@/server/casework/case-desk';

/** What was decided about a customer, what waits, and what the reader may do. */
export const GET = staffRoute<{ submissionId: string }>({
  permission: ['queue:read', 'notes:read:own'],
  handler: async ({ session, params }) => (await decisionDesk(session)).case(params.submissionId),
});
