import type { ApiClientRow } from '../db/queries/api-clients';

/** How long an active client counts as active without asking again, in milliseconds. */
const TRUSTED_MS = 5_000;

/** Whether a client may call. One that is switched off is refused after 5 seconds at the latest. */
export type ActiveClients = { isActive(appId: string, tenantId: string): Promise<boolean> };

/**
 * Active clients, remembered for 5 seconds, so that a busy client does not cost one select for each request. Only what
 * has been found active is remembered: the memory holds no more entries than there are clients.
 */
export function activeClients(parts: {
  find: (appId: string) => Promise<ApiClientRow | undefined>;
  clock: () => Date;
}): ActiveClients {
  const seen = new Map<string, { tenantId: string; until: number }>();
  return {
    async isActive(appId, tenantId) {
      const now = parts.clock().getTime();
      const known = seen.get(appId);
      if (known && known.until > now) return known.tenantId === tenantId;
      seen.delete(appId);
      const client = await parts.find(appId);
      if (!client?.isActive) return false;
      seen.set(appId, { tenantId: client.tenantId, until: now + TRUSTED_MS });
      return client.tenantId === tenantId;
    },
  };
}
