import { sql } from 'drizzle-orm';
import { DEFAULT_CASE_SETTINGS } from '@/lib/kyc/case-settings';
import type { Tx } from '../client';
import { ACCOUNT, staffId } from './staff';

/*
 * What is written of a batch of the crowd (`bulk.ts`) beside the customers themselves. `g` spreads the properties of cases; the
 * temporary table `crowd` holds the batch.
 */

const OFFICER = staffId(ACCOUNT.compliance);
const SECOND_OFFICER = staffId(ACCOUNT.compliance2);

/** One version of each profile: the one that it came with. */
export async function seedVersions(tx: Tx): Promise<void> {
  await tx.execute(sql`
    insert into profile_versions (submission_id, version, tenant_id, at, actor_kind, actor_id, trigger, kyc_state, assessment_id)
    select s.id, s.version, s.tenant_id, s.created_at, 'employee', s.employee_id, 'customer.created', s.kyc_state,
      md5('assessment/' || w.i)::uuid::text
    from crowd w join submissions s on s.id = w.submission_id`);
}

/** How it was decided about those who were, and what waits for the second person. */
export async function seedDecisions(tx: Tx, tenantId: string): Promise<void> {
  await tx.execute(sql`
    insert into decisions (id, tenant_id, submission_id, kind, state, needs_second, seen_version, maker_id, made_at, checker_id, closed_at)
    select md5('decision/' || i)::uuid::text, ${tenantId}, submission_id,
      case state when 'Rejected' then 'reject' else 'approve' end,
      case state when 'ComplianceReview' then 'awaitingSecond' else 'effective' end,
      level = 'High', 1, case when g % 2 = 0 then ${OFFICER} else ${SECOND_OFFICER} end, changed_at,
      case when level = 'High' and state <> 'ComplianceReview' then case when g % 2 = 0 then ${SECOND_OFFICER} else ${OFFICER} end end,
      case when state <> 'ComplianceReview' then changed_at end
    from crowd where state in ('Approved', 'Rejected', 'OnboardingAfterRejection') or (${isProposed})`);
}

/** When those who are approved are looked at again. */
export async function seedReviews(tx: Tx, tenantId: string): Promise<void> {
  await tx.execute(sql`
    insert into review_schedules (submission_id, tenant_id, employee_id, due_on, because, basis, set_at)
    select submission_id, ${tenantId}, employee_id, review_on, 'level',
      jsonb_build_object('level', level, 'months', months, 'from', (review_on - months * interval '1 month')::date), changed_at
    from crowd where state = 'Approved'`);
}

/** The queue: two of five assigned to each officer and one to nobody; some wait for a second person, a fifth for the customer. */
export async function seedCases(tx: Tx, tenantId: string): Promise<void> {
  await tx.execute(sql`
    insert into cases (submission_id, tenant_id, stage, because, opened_at, due_on, risk_rank, assignee_id, assigned_at, maker_id)
    select submission_id, ${tenantId},
      case when ${isProposed} then 'awaitingSecond' when ${isAsked} then 'waitingOnCustomer' else 'toDecide' end,
      (array['submitted', 'submitted', 'submitted', 'returned', 'reviewDue', 'materialChange'])[1 + g / 64 % 6],
      changed_at, (changed_at at time zone 'UTC')::date + ${DEFAULT_CASE_SETTINGS.decisionDays}::int,
      case level when 'High' then 0 when 'Medium' then 1 else 2 end,
      case g / 512 % 5 when 0 then null when 1 then ${OFFICER} when 2 then ${OFFICER} else ${SECOND_OFFICER} end,
      case when g / 512 % 5 <> 0 then changed_at end,
      case when ${isProposed} then case when g % 2 = 0 then ${OFFICER} else ${SECOND_OFFICER} end end
    from crowd where state = 'ComplianceReview'`);
  await tx.execute(sql`
    insert into information_requests (id, tenant_id, submission_id, document_type_id, reason, words, requested_by, created_at)
    select md5('request/' || i)::uuid::text, ${tenantId}, submission_id, 'ProofofAddress', 'tooOld',
      'Please send a proof of address from the last three months.', ${OFFICER}, changed_at
    from crowd where state = 'ComplianceReview' and ${isAsked}`);
}

/** Every second one of high risk waits for its second person. */
const isProposed = sql.raw(`state = 'ComplianceReview' and level = 'High' and g / 4096 % 2 = 0`);
const isAsked = sql.raw(`not (level = 'High' and g / 4096 % 2 = 0) and g / 8192 % 5 = 0`);
