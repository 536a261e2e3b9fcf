import { staffRoute } from '@/server/auth/staff-route';
import { staffDashboard } from '@/server/casework/dashboard';

/** The numbers of the reader's home page. */
export const GET = staffRoute({
  permission: ['dashboard:read:own', 'dashboard:read:all', 'dashboard:read:admin'],
  handler: async ({ session }) => (await staffDashboard(session)).numbers(),
});
