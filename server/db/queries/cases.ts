import { dayOf } from '@/lib/days';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { DEFAULT_CASE_SETTINGS } from '@/lib/kyc/case-settings';
import type { CaseCause, DecisionKind } from '@/lib/kyc/decisions';
import type { DbOrTx, Tx } from '../client';
import { cases } from '../schema';

export type CaseRow = typeof cases.$inferSelect;

/** A proposal that lapsed, as far as it is put on record. */
export type Lapsed = { id: string; submissionId: string; kind: DecisionKind };

/**
 * Makes the cases of submissions what submission, decisions and requests say, whose rows the transaction holds: in the queue while one is
 * under review, or while something waits for a second person. A proposal whose maker saw another version lapses. A case keeps who has it and
 * that it is escalated; the day by which it is due is set when it opens, and anew when the customer has answered. One statement, however many
 * there are, because each round trip takes the embedded database's only session.
 */
export async function settleCaseRows(
  tx: Tx,
  submissionIds: readonly string[],
  { at, because }: { at: Date; because: CaseCause },
): Promise<Lapsed[]> {
  if (submissionIds.length === 0) return [];
  const now = sql`${at.toISOString()}::timestamptz`;
  const today = sql`${dayOf(at)}::date`;
  const { rows } = await tx.execute<Lapsed>(sql`
    with standing as (
      select s.id, s.tenant_id, s.kyc_state = 'ComplianceReview' as in_review, s.version,
        case d.risk_level_id when 'High' then 0 when 'Medium' then 1 else 2 end as risk_rank,
        (
          select p.maker_id from decisions p
          where p.submission_id = s.id and p.state = 'awaitingSecond' and p.seen_version = s.version
        ) as maker_id,
        exists (
          select 1 from information_requests i
          where i.submission_id = s.id and i.answered_at is null and i.withdrawn_at is null
        ) as is_waiting,
        exists (
          select 1 from information_requests i where i.submission_id = s.id and i.answered_at = ${now}
        ) as has_returned
      from submissions s
      join directory d on d.submission_id = s.id
      where s.id in (${sql.join(
        submissionIds.map((id) => sql`${id}`),
        sql`, `,
      )})
    ),
    found as (
      select id, tenant_id, risk_rank, maker_id,
        case when maker_id is not null then 'awaitingSecond' when is_waiting then 'waitingOnCustomer' else 'toDecide' end as stage,
        case when not in_review then 'levelProposed' when has_returned then 'returned' else ${because} end as because
      from standing
      where in_review or maker_id is not null
    ),
    opened as (
      insert into cases (submission_id, tenant_id, stage, because, opened_at, due_on, risk_rank, maker_id)
      select id, tenant_id, stage, because, ${now}, case
          when because = 'reviewDue' then coalesce((select r.due_on from review_schedules r where r.submission_id = found.id), ${today})
          else ${today} + coalesce(
            (select (c.value->>'decisionDays')::int from case_settings c where c.tenant_id = found.tenant_id),
            ${DEFAULT_CASE_SETTINGS.decisionDays}::int
          )
        end, risk_rank, maker_id
      from found
      on conflict (submission_id) do update set
        stage = excluded.stage,
        risk_rank = excluded.risk_rank,
        maker_id = excluded.maker_id,
        because = case when excluded.because = 'returned' then excluded.because else cases.because end,
        opened_at = case when excluded.because = 'returned' then excluded.opened_at else cases.opened_at end,
        due_on = case when excluded.because = 'returned' then excluded.due_on else cases.due_on end
    ),
    ended as (
      delete from cases using standing
      where cases.submission_id = standing.id and not standing.in_review and standing.maker_id is null
    )
    update decisions set state = 'lapsed', closed_at = ${now}
    from standing
    where decisions.submission_id = standing.id and decisions.state = 'awaitingSecond'
      and decisions.seen_version <> standing.version
    returning decisions.id, decisions.submission_id as "submissionId", decisions.kind`);
  return rows;
}

/** The case of a submission of the tenant; undefined where nothing is due. */
export async function findCase(
  db: DbOrTx,
  tenantId: string,
  submissionId: string,
): Promise<CaseRow | undefined> {
  const [found] = await db.select().from(cases).where(ofSubmission(tenantId, submissionId));
  return found;
}

/** The case, locked until the transaction ends. */
export async function lockCase(tx: Tx, tenantId: string, submissionId: string): Promise<CaseRow | undefined> {
  const [found] = await tx.select().from(cases).where(ofSubmission(tenantId, submissionId)).for('update');
  return found;
}

/** Gives a case that nobody has to a person; false where there is none or somebody has it. */
export async function takeFreeCase(
  tx: Tx,
  { tenantId, submissionId }: Pick<CaseRow, 'tenantId' | 'submissionId'>,
  assigneeId: string,
  at: Date,
): Promise<boolean> {
  const taken = await tx
    .update(cases)
    .set({ assigneeId, assignedAt: at })
    .where(and(ofSubmission(tenantId, submissionId), isNull(cases.assigneeId)))
    .returning({ id: cases.submissionId });
  return taken.length === 1;
}

/** Gives a case to a person, or to nobody. */
export async function setAssignee(
  tx: Tx,
  { tenantId, submissionId }: Pick<CaseRow, 'tenantId' | 'submissionId'>,
  assigneeId: string | null,
  at: Date,
): Promise<void> {
  await tx
    .update(cases)
    .set({ assigneeId, assignedAt: assigneeId === null ? null : at })
    .where(ofSubmission(tenantId, submissionId));
}

/** Marks a case as escalated; nobody has it then. */
export async function markEscalated(
  tx: Tx,
  { tenantId, submissionId }: Pick<CaseRow, 'tenantId' | 'submissionId'>,
  escalatedBy: string,
  at: Date,
): Promise<void> {
  await tx
    .update(cases)
    .set({ escalatedBy, escalatedAt: at, assigneeId: null, assignedAt: null })
    .where(ofSubmission(tenantId, submissionId));
}

/** Takes all cases from a person; gives the customers they are of. */
export async function freeCasesOf(tx: Tx, tenantId: string, assigneeId: string): Promise<string[]> {
  const freed = await tx
    .update(cases)
    .set({ assigneeId: null, assignedAt: null })
    .where(and(eq(cases.tenantId, tenantId), eq(cases.assigneeId, assigneeId)))
    .returning({ submissionId: cases.submissionId });
  return freed.map(({ submissionId }) => submissionId);
}

function ofSubmission(tenantId: string, submissionId: string) {
  return and(eq(cases.submissionId, submissionId), eq(cases.tenantId, tenantId));
}
