import { staffRoute } from '@/server/auth/staff-route';
import { readEmployees } from '@/server/casework/employees';
import { kycApi } from '@/server/kyc';

/** The active employees, with what the reader may see of them. */
export const GET = staffRoute({
  permission: 'employees:list',
  handler: async ({ session, call }) => readEmployees(await kycApi(), call, session),
});
