import { staffRoute } from '@/server/auth/staff-route';
import { jobsDesk } from '@/server/queue/desk';

/** The jobs: what waits, runs and failed, and how far long work has come. */
export const GET = staffRoute({
  permission: 'jobs:manage',
  handler: async ({ session }) => (await jobsDesk()).view(session.tenantId),
});
