import { eq, sql } from 'drizzle-orm';
import type { DbOrTx, Tx } from '../client';
import { directory } from '../schema';

/**
 * Writes the directory row of one submission of the embedded engine from its own tables: one statement, part of the
 * change's transaction, so that the list never lags behind a change that was acknowledged.
 */
export async function projectSubmission(tx: Tx, submissionId: string): Promise<void> {
  await tx.execute(sql`
    insert into directory (
      submission_id, tenant_id, user_type, display_name, trading_name, registration_number, email, email_key,
      employee_id, employee_name, form_id, form_name, kyc_state, risk_level_id, risk_score, onboarding_progress,
      version, created_at, updated_at)
    select s.id, s.tenant_id, c.user_type, coalesce(c.full_name, person_name(c.first_name, c.last_name)),
      nullif(c.trading_name, ''), c.registration_number, c.email, c.email_key,
      s.employee_id, e.name, s.form_id, f.name, s.kyc_state, r.risk_level_id, r.score, s.onboarding_progress,
      s.version, s.created_at, s.updated_at
    from submissions s
    join customers c on c.id = s.customer_id
    join employees e on e.id = s.employee_id
    join forms f on f.id = s.form_id
    left join lateral (
      select risk_level_id, score from risk_assessments a
      where a.submission_id = s.id order by a.assessed_at desc, a.id desc limit 1
    ) r on true
    where s.id = ${submissionId}
    on conflict (submission_id) do update set
      display_name = excluded.display_name, trading_name = excluded.trading_name,
      registration_number = excluded.registration_number, email = excluded.email, email_key = excluded.email_key,
      employee_id = excluded.employee_id, employee_name = excluded.employee_name, form_id = excluded.form_id,
      form_name = excluded.form_name, kyc_state = excluded.kyc_state, risk_level_id = excluded.risk_level_id,
      risk_score = excluded.risk_score, onboarding_progress = excluded.onboarding_progress,
      version = excluded.version, updated_at = excluded.updated_at`);
}

export type NewDirectoryEntry = typeof directory.$inferInsert;

/**
 * Writes the row of a customer whom somebody else's server holds: a new row is `told` over `unknown`, an existing one keeps
 * whatever `told` leaves undefined.
 */
export async function upsertEntry(
  db: DbOrTx,
  told: Partial<NewDirectoryEntry> & Pick<NewDirectoryEntry, 'submissionId' | 'tenantId' | 'updatedAt'>,
  unknown: NewDirectoryEntry,
): Promise<void> {
  const known = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
  const { submissionId: _id, tenantId: _tenantId, createdAt: _createdAt, ...changes } = told;
  await db
    .insert(directory)
    .values({ ...unknown, ...known })
    .onConflictDoUpdate({
      target: directory.submissionId,
      set: changes,
      setWhere: eq(directory.tenantId, told.tenantId),
    });
}
