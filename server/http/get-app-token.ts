import { hash, verify } from '@node-rs/argon2';
import { KycError } from '@/lib/kyc/contract/errors';
import type { OperationInput, OperationOutput } from '@/lib/kyc/contract/operations';
import { record } from '../audit/record';
import type { Database } from '../db/client';
import { findApiClient } from '../db/queries/api-clients';
import type { AppTokens } from './bearer';
import type { Limits } from './rate-limit';

/** What a request for a token brings besides its body. */
export type TokenRequest = { requestId: string; address: string };

/** The use case behind `GetAppToken`. */
export type GetAppToken = (
  request: TokenRequest,
  input: OperationInput<'getAppToken'>,
) => Promise<OperationOutput<'getAppToken'>>;

/**
 * Gives a token to a client that names itself, its secret and its tenant. Whatever is wrong of the three, or a client
 * that is switched off, gets one and the same 401 after the same work, so that neither the answer nor its time tells
 * which. Wrong secrets are counted by address and app id: the eleventh within a minute is a 429. Both outcomes are
 * audited. Contract section 2.
 */
export function tokenIssuer(parts: {
  db: Database;
  limits: Limits;
  tokens: AppTokens;
  /** The tenant in whose trail an attempt stands that names no client of ours. */
  tenantId: string;
  clock: () => Date;
  newId: () => string;
}): GetAppToken {
  // Unknown clients are checked against this one; its cost is the one that secrets are hashed with.
  const decoy = hash(crypto.getRandomValues(new Uint8Array(32)));
  return async ({ requestId, address }, { appId, appSecret, tenantId }) => {
    const guesser = JSON.stringify([address, appId]);
    const guesses = await parts.limits.countGuess(guesser);
    if (!guesses.allowed) throw new KycError(429, { retryAfter: guesses.resetSeconds });

    const client = await findApiClient(parts.db, appId);
    const matches = await verify(client?.secretHash ?? (await decoy), appSecret);
    const granted = client?.isActive === true && client.tenantId === tenantId && matches;

    const context = {
      tenantId: client?.tenantId ?? parts.tenantId,
      requestId,
      at: parts.clock(),
      id: parts.newId(),
    };
    await parts.db.transaction((tx) =>
      granted
        ? record(
            tx,
            { ...context, actor: { kind: 'apiClient', id: appId } },
            { type: 'api_client.token_issued', submissionId: null, data: { appId } },
          )
        : record(
            tx,
            { ...context, actor: { kind: 'system', id: 'http' } },
            { type: 'api_client.token_refused', submissionId: null, data: {} },
          ),
    );
    if (!granted) throw new KycError(401, { message: 'The app id, secret or tenant is wrong' });
    await parts.limits.forgiveGuess(guesser);
    return { token: await parts.tokens.issue({ appId, tenantId }) };
  };
}
