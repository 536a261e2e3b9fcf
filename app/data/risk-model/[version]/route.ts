import { staffRoute } from '@/server/auth/staff-route';
import { readModelPage } from '@/server/casework/risk-model';
import { kycRiskModels } from '@/server/kyc';

export const GET = staffRoute<{ version: string }>({
  permission: 'risk-model:read',
  handler: async ({ call, params }) => readModelPage(await kycRiskModels(), call, params.version),
});
