import { staffRoute } from '@/server/auth/staff-route';
import { readModelBook } from '@/server/casework/risk-model';
import { kycRiskModels } from '@/server/kyc';

export const GET = staffRoute({
  permission: 'risk-model:read',
  handler: async ({ call }) => readModelBook(await kycRiskModels(), call),
});
