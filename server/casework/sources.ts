import 'server-only';
import type { KycApi, KycCall } from '@/lib/kyc/api';
import type { Source } from '@/lib/kyc/profile-page';
import type { DbOrTx } from '../db/client';
import { namedSources } from '../db/queries/sources';

/** Names the source behind an id; null where there is none. */
export type NameSource = (id: string | null | undefined) => Source | null;

/** What the contract calls the customer itself, in `answeredBy` and `uploadedBy`. */
const CUSTOMER = 'customer';

/** An id that says nothing to a reader. */
const OPAQUE = /^[0-9a-f-]{16,}$/i;

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
  const wanted = [...new Set(ids)].filter((id): id is string => Boolean(id) && id !== CUSTOMER);
  const named = new Map<string, Source>();
  if (wanted.length > 0) {
    const employees = await api.getEmployees(call, {}).catch(() => []);
    for (const { id, name, kind } of await namedSources(db, call.tenantId, wanted))
      named.set(id, { kind, name });
    for (const { id, name } of employees) named.set(id, { kind: 'employee', name });
  }
  return (id) => {
    if (!id) return null;
    if (id === CUSTOMER) return { kind: 'customer', name: null };
    return named.get(id) ?? { kind: 'employee', name: OPAQUE.test(id) ? null : id };
  };
}
