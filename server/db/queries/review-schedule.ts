import { dayOf } from '@/lib/days';
import { and, asc, eq, gt, inArray, type SQL, sql } from 'drizzle-orm';
import { type CaseSettings, DEFAULT_CASE_SETTINGS } from '@/lib/kyc/case-settings';
import { type ReviewGround, reviewDate } from '@/lib/kyc/review-date';
import type { Review } from '@/lib/kyc/reviews';
import type { DbOrTx, Tx } from '../client';
import { reviewSchedules, submissions } from '../schema';

/** What is known of a submission whose next review is worked out. */
type GroundRow = ReviewGround & {
  submissionId: string;
  tenantId: string;
  employeeId: string;
  settings: CaseSettings | null;
};

/**
 * Sets anew when these customers are looked at again: of each that is approved, by the tenant's settings and all that its day rests
 * on; of the others nothing. Whoever calls it holds the submissions' rows. Two statements, however many there are.
 */
export async function scheduleReviews(tx: Tx, submissionIds: readonly string[], at: Date): Promise<void> {
  if (submissionIds.length === 0) return;
  const grounds = await readGrounds(tx, submissionIds);
  const rows = grounds.map(({ submissionId, tenantId, employeeId, settings, ...ground }) => ({
    submissionId,
    tenantId,
    employeeId,
    ...reviewDate(ground, settings ?? DEFAULT_CASE_SETTINGS),
    setAt: at,
  }));
  await writeSchedules(tx, rows);
}

/** Has a customer looked at on this very day, because something that counts is another one. False where none is scheduled. */
export async function bringReviewForward(tx: Tx, submissionId: string, at: Date): Promise<boolean> {
  const moved = await tx
    .update(reviewSchedules)
    .set({ dueOn: dayOf(at), because: 'materialChange', setAt: at })
    .where(eq(reviewSchedules.submissionId, submissionId))
    .returning({ id: reviewSchedules.submissionId });
  return moved.length > 0;
}

/** Takes reviews off the calendar: whoever is not approved is not reviewed. */
export async function unscheduleReviews(tx: Tx, submissionIds: readonly string[]): Promise<void> {
  await tx.delete(reviewSchedules).where(inArray(reviewSchedules.submissionId, [...submissionIds]));
}

type ScheduleRow = Review & typeof reviewSchedules.$inferInsert;

async function writeSchedules(tx: Tx, rows: ScheduleRow[]): Promise<void> {
  if (rows.length === 0) return;
  const { dueOn, because, basis, employeeId } = reviewSchedules;
  await tx
    .insert(reviewSchedules)
    .values(rows)
    .onConflictDoUpdate({
      target: reviewSchedules.submissionId,
      set: {
        dueOn: sql`excluded.due_on`,
        because: sql`excluded.because`,
        basis: sql`excluded.basis`,
        employeeId: sql`excluded.employee_id`,
        setAt: sql`excluded.set_at`,
      },
      setWhere: sql`(${dueOn}, ${because}, ${basis}, ${employeeId})
        is distinct from (excluded.due_on, excluded.because, excluded.basis, excluded.employee_id)`,
    });
}

/** The day of a moment in UTC, as text. */
const utcDay = (moment: SQL) => sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD')`;

/** Approved submissions only. The approval is the version with which the state became Approved. */
async function readGrounds(tx: Tx, submissionIds: readonly string[]): Promise<GroundRow[]> {
  const { rows } = await tx.execute<GroundRow>(sql`
    select s.id as "submissionId", s.tenant_id as "tenantId", s.employee_id as "employeeId",
      c.value as settings, risk.level, ${utcDay(sql`risk.first_at`)} as "assessedOn",
      ${utcDay(sql`risk.raised_at`)} as "raisedOn", ${utcDay(sql`approved.at`)} as "decidedOn",
      coalesce(papers.documents, '[]') as documents, held.valid_until::text as "overrideUntil"
    from submissions s
    left join case_settings c on c.tenant_id = s.tenant_id
    cross join lateral (
      select min(assessed_at) as first_at, (array_agg(risk_level_id order by assessed_at desc, id desc))[1] as level,
        max(assessed_at) filter (where rank > rank_before and model <> model_before) as raised_at
      from (
        select a.id, a.assessed_at, a.risk_level_id, rank, model,
          lag(rank) over (order by a.assessed_at, a.id) as rank_before,
          lag(model) over (order by a.assessed_at, a.id) as model_before
        from risk_assessments a
        cross join lateral (
          select case a.risk_level_id when 'High' then 2 when 'Medium' then 1 else 0 end as rank,
            a.model_id || '/' || a.model_version as model
        ) told
        where a.submission_id = s.id
      ) assessed
    ) risk
    left join lateral (
      select max(v.at) as at from profile_versions v
      where v.submission_id = s.id and v.kyc_state = 'Approved' and v.trigger <> 'upgrade' and not exists (
        select 1 from profile_versions b
        where b.submission_id = s.id and b.version = v.version - 1 and b.kyc_state = 'Approved'
      )
    ) approved on true
    left join lateral (
      select json_agg(json_build_object('documentTypeId', d.document_type_id, 'expiryDate', d.expiry_date)
        order by d.expiry_date, d.id) as documents
      from documents d
      where d.submission_id = s.id and d.deleted_at is null and d.expiry_date is not null and not exists (
        select 1 from documents n
        where n.submission_id = s.id and n.document_type_id = d.document_type_id and n.deleted_at is null
          and n.version > d.version
      )
    ) papers on true
    left join lateral (
      select o.valid_until from risk_overrides o
      where o.submission_id = s.id and (o.ended_at is null or o.ended_because = 'expired')
      order by o.created_at desc, o.id desc limit 1
    ) held on true
    where s.kyc_state = 'Approved' and risk.level is not null and s.id in (${sql.join(
      submissionIds.map((id) => sql`${id}`),
      sql`, `,
    )})`);
  return rows;
}

/** How many reviews a tenant has on its calendar. */
export async function countScheduled(db: DbOrTx, tenantId: string): Promise<number> {
  return db.$count(reviewSchedules, eq(reviewSchedules.tenantId, tenantId));
}

/** Sets the reviews of the next customers behind `after` anew, whose rows it holds. The cursor is null where they were the last. */
export async function rescheduleBatch(
  tx: Tx,
  { tenantId, after, limit, at }: { tenantId: string; after: string; limit: number; at: Date },
): Promise<{ done: number; cursor: string | null }> {
  const next = await tx
    .select({ id: submissions.id })
    .from(reviewSchedules)
    .innerJoin(submissions, eq(submissions.id, reviewSchedules.submissionId))
    .where(and(eq(reviewSchedules.tenantId, tenantId), gt(reviewSchedules.submissionId, after)))
    .orderBy(asc(reviewSchedules.submissionId))
    .limit(limit)
    .for('update', { of: submissions });
  const ids = next.map(({ id }) => id);
  await scheduleReviews(tx, ids, at);
  return { done: ids.length, cursor: ids.length < limit ? null : (ids.at(-1) ?? null) };
}

/** Beyond this many nobody counts on. */
export const OVERDUE_LIMIT = 10_000;

/**
 * How many of a tenant's customers are overdue on a day, as it is set now and as it would be with other months; at most one more than
 * {@link OVERDUE_LIMIT}.
 */
export async function countOverdue(
  db: DbOrTx,
  tenantId: string,
  today: string,
  reviewMonths: CaseSettings['reviewMonths'],
): Promise<{ now: number; then: number }> {
  const upTo = (condition: SQL) => sql`(
    select count(*)::int from (
      select 1 from review_schedules where tenant_id = ${tenantId} and ${condition} limit ${OVERDUE_LIMIT + 1}
    ) found
  )`;
  const { rows } = await db.execute<{ now: number; then: number }>(sql`
    select ${upTo(sql`due_on < ${today}`)} as now, ${upTo(sql`${dueBy(reviewMonths, today)} < ${today}`)} as "then"`);
  return rows[0] ?? { now: 0, then: 0 };
}

/** Up to `limit` of a tenant's customers who are not overdue on a day and would be with other months, the longest of those looked at first. */
export async function someBecomingOverdue(
  db: DbOrTx,
  tenantId: string,
  today: string,
  reviewMonths: CaseSettings['reviewMonths'],
  limit: number,
) {
  const { rows } = await db.execute<{ submissionId: string; name: string; dueOn: string }>(sql`
    select found.submission_id as "submissionId", d.display_name as name, found.due::text as "dueOn"
    from (
      select submission_id, ${dueBy(reviewMonths, today)} as due from review_schedules
      where tenant_id = ${tenantId} and due_on >= ${today} and ${dueBy(reviewMonths, today)} < ${today}
      limit ${OVERDUE_LIMIT}
    ) found
    join directory d on d.submission_id = found.submission_id and d.tenant_id = ${tenantId}
    order by found.due, found.submission_id limit ${limit}`);
  return rows;
}

/** The day of a review on the calendar as it would be with other months; of one that has begun, the day that it has. */
function dueBy({ High, Medium, Low }: CaseSettings['reviewMonths'], today: string): SQL {
  const months = sql`case basis->>'level' when 'High' then ${High}::int when 'Medium' then ${Medium}::int else ${Low}::int end`;
  const byLevel = sql`((basis->>'from')::date + ${months} * interval '1 month')::date`;
  const hasBegun = sql`due_on <= ${today} and exists (
    select 1 from submissions s where s.id = submission_id and s.kyc_state <> 'Approved'
  )`;
  return sql`case when ${hasBegun} then due_on when because = 'level' then ${byLevel}
    when because = 'newModel' then greatest(${byLevel}, due_on) else least(due_on, ${byLevel}) end`;
}
