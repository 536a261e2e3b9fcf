import { staffRoute } from '@/server/auth/staff-route';
import { decisionDesk } from '@/server/casework/case-desk';

/** The library of reasons, retired ones too. */
export const GET = staffRoute({
  permission: 'reasons:manage',
  handler: async ({ session }) => (await decisionDesk(session)).reasons(),
});
