import { staffRoute } from '@/server/auth/staff-route';
import { readTrialMoves } from '@/server/casework/risk-model';
import { kycRiskModels } from '@/server/kyc';

export const GET = staffRoute<{ trialId: string }>({
  permission: 'risk-model:read',
  handler: async ({ call, params, query }) =>
    readTrialMoves(await kycRiskModels(), call, params.trialId, query),
});
