import { staffRoute } from '@/server/auth/staff-route';
import { decisionDesk } from '@/server/casework/case-desk';

/** The notes on a customer that the reader may read, the newest first. */
export const GET = staffRoute<{ submissionId: string }>({
  permission: ['notes:read:all', 'notes:read:own'],
  handler: async ({ session, params }) => (await decisionDesk(session)).notes(params.submissionId),
});
