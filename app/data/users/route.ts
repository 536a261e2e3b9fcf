import { staffRoute } from '@/server/auth/staff-route';
import { readStaffPage } from '@/server/auth/users/list';

export const GET = staffRoute({
  permission: 'users:manage',
  handler: ({ session, query }) => readStaffPage(session, query.get('cursor')),
});
