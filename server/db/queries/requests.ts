import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/kyc/api';
import type { DbOrTx, Tx } from '../client';
import { informationRequests } from '../schema';

export type RequestRow = typeof informationRequests.$inferSelect;

/** What an open request is, in SQL. */
export const isOpen = sql`(${informationRequests.answeredAt} is null and ${informationRequests.withdrawnAt} is null)`;

const ofSubmission = (tenantId: string, submissionId: string) =>
  and(eq(informationRequests.tenantId, tenantId), eq(informationRequests.submissionId, submissionId));

/** Everything that was ever asked for again of a submission of the tenant: the open ones first, then the newest. */
export async function requestsOfSubmission(
  db: DbOrTx,
  tenantId: string,
  submissionId: string,
): Promise<RequestRow[]> {
  return db
    .select()
    .from(informationRequests)
    .where(ofSubmission(tenantId, submissionId))
    .orderBy(desc(isOpen), desc(informationRequests.createdAt), desc(informationRequests.id));
}

/** What is asked for again and not answered yet, the oldest first. */
export async function openRequests(
  db: DbOrTx,
  tenantId: string,
  submissionId: string,
): Promise<RequestRow[]> {
  return db
    .select()
    .from(informationRequests)
    .where(and(ofSubmission(tenantId, submissionId), isOpen))
    .orderBy(informationRequests.createdAt, informationRequests.id);
}

/** Asks for something again. The profile changes with it: what the customer's side waits for, and so its version. */
export async function insertRequest(tx: Tx, request: RequestRow): Promise<void> {
  const by = { kind: 'staff', id: request.requestedBy } as const;
  await raiseVersion(tx, request, { by, at: request.createdAt, trigger: 'information.requested' });
  await tx.insert(informationRequests).values(request);
}

/** Takes an open request back; undefined for none of the submission that is open. */
export async function withdrawRequest(
  tx: Tx,
  request: Pick<RequestRow, 'tenantId' | 'submissionId' | 'id'>,
  { by, at }: { by: Pick<Actor, 'kind' | 'id'>; at: Date },
): Promise<RequestRow | undefined> {
  await raiseVersion(tx, request, { by, at, trigger: 'information.withdrawn' });
  return close(tx, request, { withdrawnAt: at });
}

/** Closes an open request as answered, where the engine that holds the answers is somebody else's; undefined for none. */
export async function answerRequest(
  tx: Tx,
  request: Pick<RequestRow, 'tenantId' | 'submissionId' | 'id'>,
  at: Date,
): Promise<RequestRow | undefined> {
  return close(tx, request, { answeredAt: at });
}

async function close(
  tx: Tx,
  { tenantId, submissionId, id }: Pick<RequestRow, 'tenantId' | 'submissionId' | 'id'>,
  how: Partial<Pick<RequestRow, 'answeredAt' | 'withdrawnAt'>>,
): Promise<RequestRow | undefined> {
  const [closed] = await tx
    .update(informationRequests)
    .set(how)
    .where(
      and(
        ofSubmission(tenantId, submissionId),
        eq(informationRequests.id, id),
        isNull(informationRequests.answeredAt),
        isNull(informationRequests.withdrawnAt),
      ),
    )
    .returning();
  return closed;
}

/**
 * Raises the version of the engine's own submission, with its line in the directory, and holds the row until the transaction ends, so
 * that who saves at the same moment sees the request or is done before it. Of somebody else's submission there is nothing to raise.
 */
async function raiseVersion(
  tx: Tx,
  { tenantId, submissionId }: Pick<RequestRow, 'tenantId' | 'submissionId'>,
  { by, at, trigger }: { by: Pick<Actor, 'kind' | 'id'>; at: Date; trigger: string },
): Promise<void> {
  await tx.execute(sql`
    with raised as (
      update submissions set version = version + 1, updated_at = ${at.toISOString()}
      where id = ${submissionId} and tenant_id = ${tenantId}
      returning id, tenant_id, version, kyc_state, updated_at
    ), kept as (
      insert into profile_versions
        (submission_id, version, tenant_id, at, actor_kind, actor_id, trigger, kyc_state, assessment_id)
      select id, version, tenant_id, updated_at, ${by.kind}, ${by.id}, ${trigger}, kyc_state, (
        select a.id from risk_assessments a where a.submission_id = raised.id
        order by a.assessed_at desc, a.id desc limit 1
      )
      from raised
    )
    update directory set version = raised.version, updated_at = raised.updated_at
    from raised where directory.submission_id = raised.id`);
}
