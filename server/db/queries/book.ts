import { and, eq, sql } from 'drizzle-orm';
import type { KycState, RiskLevel, UserType } from '@/lib/kyc/contract/lists';
import type { DbOrTx, Tx } from '../client';
import { auditEvents, riskAssessments, submissions } from '../schema';

/** A customer of the book with what is current of its risk. */
export type BookRow = {
  submissionId: string;
  version: number;
  kycState: KycState;
  userType: UserType;
  assessmentId: string;
  modelId: string;
  modelVersion: number;
  score: number;
  riskLevelId: RiskLevel;
  /**
   * Whether it is kept what is known; not so of assessments from before it was, nor while a document has expired since and the
   * customer was not assessed anew.
   */
  hasFacts: boolean;
  /** The level that a person set, where that holds today. */
  overrideId: string | null;
  overrideLevelId: RiskLevel | null;
};

/** How many customers the tenant has. */
export async function countBook(db: DbOrTx, tenantId: string): Promise<number> {
  return db.$count(submissions, eq(submissions.tenantId, tenantId));
}

/** The next submissions of the tenant behind `cursor`, in the order of their ids. */
export async function nextInBook(
  db: DbOrTx,
  tenantId: string,
  cursor: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .select({ id: submissions.id })
    .from(submissions)
    .where(and(eq(submissions.tenantId, tenantId), sql`${submissions.id} > ${cursor ?? ''}`))
    .orderBy(submissions.id)
    .limit(limit);
  return rows.map(({ id }) => id);
}

/**
 * Holds the next submissions of the tenant behind `cursor` until the transaction ends; whoever holds one is waited for. What
 * is current of them is read after, in a statement of its own, because only that one sees what the holder before has written.
 */
export async function holdNextInBook(
  tx: Tx,
  tenantId: string,
  cursor: string | null,
  limit: number,
): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from submissions where tenant_id = ${tenantId} and id > ${cursor ?? ''}
    order by id limit ${limit}::int for update`);
  return rows.map(({ id }) => id);
}

/** What is current of some submissions of the tenant, in the order of their ids; `day` is today. */
export async function readBook(
  db: DbOrTx,
  tenantId: string,
  ids: readonly string[],
  day: string,
): Promise<BookRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await db.execute<BookRow>(sql`
    select s.id as "submissionId", s.version, s.kyc_state as "kycState", c.user_type as "userType",
      a.id as "assessmentId", a.model_id as "modelId", a.model_version as "modelVersion", a.score,
      a.risk_level_id as "riskLevelId",
      a.facts is not null and not exists (
        select 1 from documents d
        where d.submission_id = s.id and d.deleted_at is null and d.expired_at is null and d.expiry_date < ${day}::date
      ) as "hasFacts",
      o.id as "overrideId", o.risk_level_id as "overrideLevelId"
    from submissions s
    join customers c on c.id = s.customer_id
    cross join lateral (
      select * from risk_assessments r where r.submission_id = s.id order by r.assessed_at desc, r.id desc limit 1
    ) a
    left join risk_overrides o on o.submission_id = s.id and o.ended_at is null and o.valid_until >= ${day}::date
    where s.tenant_id = ${tenantId} and s.id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
    order by s.id`);
  return rows;
}

/** What was known at an assessment, which never changes. */
export type KnownAt = { assessmentId: string; facts: unknown };

/** What was known at some assessments; nothing of those from before it was kept. */
export async function readKnown(db: DbOrTx, assessmentIds: readonly string[]): Promise<KnownAt[]> {
  if (assessmentIds.length === 0) return [];
  const { rows } = await db.execute<KnownAt>(sql`
    select id as "assessmentId", facts from risk_assessments
    where facts is not null and id in (select jsonb_array_elements_text(${JSON.stringify(assessmentIds)}::jsonb))`);
  return rows;
}

/** What was known at the current assessments of the next submissions behind `cursor`, as {@link nextInBook} finds them. */
export async function readNextKnown(
  db: DbOrTx,
  tenantId: string,
  cursor: string,
  limit: number,
): Promise<KnownAt[]> {
  const { rows } = await db.execute<KnownAt>(sql`
    select a.id as "assessmentId", a.facts
    from (
      select id from submissions where tenant_id = ${tenantId} and id > ${cursor} order by id limit ${limit}::int
    ) s
    cross join lateral (
      select id, facts from risk_assessments r where r.submission_id = s.id order by r.assessed_at desc, r.id desc limit 1
    ) a
    where a.facts is not null`);
  return rows;
}

/** One new assessment, and whether it moved the level in force. */
export type BookAssessment = Omit<typeof riskAssessments.$inferInsert, 'facts' | 'assessedAt' | 'trigger'> & {
  /** The assessment that was current, which the facts are taken over from where there are no new ones. */
  previousId: string;
  facts: unknown;
  moved: boolean;
};

export type BookChange = {
  tenantId: string;
  at: Date;
  trigger: string;
  actor: { kind: string; id: string };
  assessments: BookAssessment[];
  events: Array<typeof auditEvents.$inferInsert>;
};

/**
 * Keeps new assessments of held submissions, all in one statement: directory's risk follows where it is another, and where the level moved
 * the submission has a new version, which is kept.
 */
export async function writeBook(tx: Tx, change: BookChange): Promise<void> {
  const { tenantId, at, trigger, actor, assessments, events } = change;
  const moment = sql`${at.toISOString()}::timestamptz`;
  await tx.execute(sql`
    with given as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(assessments)}::jsonb) as g (
        "id" text, "submissionId" text, "modelId" text, "modelVersion" int, "score" real, "calculatedRiskLevelId" text,
        "riskLevelId" text, "isProvisional" boolean, "detail" jsonb, "facts" jsonb, "overrideId" text,
        "previousId" text, "moved" boolean)
    ), assessed as (
      insert into risk_assessments (id, submission_id, model_id, model_version, score, calculated_risk_level_id, risk_level_id,
        is_provisional, trigger, detail, facts, override_id, assessed_at)
      select g."id", g."submissionId", g."modelId", g."modelVersion", g."score", g."calculatedRiskLevelId", g."riskLevelId",
        g."isProvisional", ${trigger}, g."detail", coalesce(g."facts", p.facts), g."overrideId", ${moment}
      from given g join risk_assessments p on p.id = g."previousId"
    ), raised as (
      update submissions s set version = s.version + 1, updated_at = ${moment}
      from given g where g."moved" and s.id = g."submissionId" and s.tenant_id = ${tenantId}
      returning s.id, s.version, s.kyc_state, g."id" as assessment_id
    ), kept as (
      insert into profile_versions (submission_id, version, tenant_id, at, actor_kind, actor_id, trigger, kyc_state, assessment_id)
      select id, version, ${tenantId}, ${moment}, ${actor.kind}, ${actor.id}, ${trigger}, kyc_state, assessment_id from raised
    ), recorded as (
      insert into audit_events (id, tenant_id, at, actor_kind, actor_id, type, submission_id, data, request_id)
      select e."id", e."tenantId", e."at", e."actorKind", e."actorId", e."type", e."submissionId", e."data", e."requestId"
      from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as e (
        "id" text, "tenantId" text, "at" timestamptz, "actorKind" text, "actorId" text, "type" text, "submissionId" text,
        "data" jsonb, "requestId" text)
    )
    update directory d set risk_level_id = g."riskLevelId", risk_score = g."score",
      version = coalesce(r.version, d.version), updated_at = coalesce(case when r.id is not null then ${moment} end, d.updated_at)
    from given g left join raised r on r.id = g."submissionId"
    where d.submission_id = g."submissionId" and d.tenant_id = ${tenantId}
      and (r.id is not null or (d.risk_level_id, d.risk_score) is distinct from (g."riskLevelId", g."score"))`);
}
