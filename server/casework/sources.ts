import 'server-only';
import type { KycApi, KycCall } from '@/lib/kyc/api';
import { CUSTOMER_SOURCE, type NameSource, sourceNamer } from '@/lib/kyc/sources';
import type { DbOrTx } from '../db/client';
import { namedSources } from '../db/queries/sources';

export type { NameSource } from '@/lib/kyc/sources';

/**
 * Names those who answered or uploaded, for a reader: the customer, an employee or a system. The KYC API's own employees come
 * first, on either side of the port; then whoever of us has the id. Nothing is asked where only the customer occurs. An id that
 * nobody has any more gives an employee without a name, and a name where the other side sends one in its place stays that name.
 */
export async function readSources(
  api: KycApi,
  db: DbOrTx,
  call: KycCall,
  ids: ReadonlyArray<string | null | undefined>,
): Promise<NameSource> {
  const wanted = [...new Set(ids)].filter((id): id is string => Boolean(id) && id !== CUSTOMER_SOURCE);
  if (wanted.length === 0) return sourceNamer();
  const employees = await api.getEmployees(call, {}).catch(() => []);
  return sourceNamer([
    ...(await namedSources(db, call.tenantId, wanted)),
    ...employees.map(({ id, name }) => ({ id, name, kind: 'employee' as const })),
  ]);
}
