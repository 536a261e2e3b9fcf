import { staffRoute } from '@/server/auth/staff-route';
import { readModelFile } from '@/server/casework/risk-model';
import { kycRiskModels } from '@/server/kyc';

/** A version of the risk model, for the browser's own download. */
export const GET = staffRoute<{ version: string }>({
  permission: 'risk-model:read',
  handler: async ({ call, params }) => readModelFile(await kycRiskModels(), call, params.version),
});
