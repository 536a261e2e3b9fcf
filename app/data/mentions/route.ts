import { staffRoute } from '@/server/auth/staff-route';
import { decisionDesk } from '@/server/casework/case-desk';

/** The notes that name the reader and were not seen yet. */
export const GET = staffRoute({
  permission: ['notes:read:own', 'notes:read:all'],
  handler: async ({ session }) => (await decisionDesk(session)).mentions(),
});
