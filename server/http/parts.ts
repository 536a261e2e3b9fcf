import type { KycApi } from '@/lib/kyc/api';
import type { OperationName } from '@/lib/kyc/contract/operations';
import type { ActiveClients } from './api-clients';
import type { AppTokens } from './bearer';
import type { GetAppToken } from './get-app-token';
import type { Limits } from './rate-limit';

/** Something that is nobody's refusal but a fault of ours: it is reported under the request's id and answered as a 500. */
export type Fault = { requestId: string; operation: OperationName | undefined; error: unknown };

/** What the HTTP face stands on. It knows no use case but the token's own; everything else is the port's. */
export type HttpParts = {
  kyc: KycApi;
  tokens: AppTokens;
  clients: ActiveClients;
  limits: Limits;
  getAppToken: GetAppToken;
  newId: () => string;
  report: (fault: Fault) => void;
};
