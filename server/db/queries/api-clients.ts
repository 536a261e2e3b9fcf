import { eq } from 'drizzle-orm';
import type { DbOrTx } from '../client';
import { apiClients } from '../schema';

/** A system that may call the HTTP face, with what is needed to check its secret. */
export type ApiClientRow = { appId: string; tenantId: string; secretHash: string; isActive: boolean };

/** The API client with this app id, active or not. The app id is the key across tenants: the caller compares the tenant. */
export async function findApiClient(db: DbOrTx, appId: string): Promise<ApiClientRow | undefined> {
  const [row] = await db
    .select({
      appId: apiClients.appId,
      tenantId: apiClients.tenantId,
      secretHash: apiClients.secretHash,
      isActive: apiClients.isActive,
    })
    .from(apiClients)
    .where(eq(apiClients.appId, appId));
  return row;
}
