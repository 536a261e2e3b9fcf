import { sql } from 'drizzle-orm';
import type { OpenDatabase } from '@/server/db/client';
import { ACCOUNT, staffId } from '@/server/db/demo/staff';

/**
 * Puts on record that each customer was assessed when it came, and now and then that somebody changed the firm's settings: a trail as
 * long as the book. Its seals are none: they only keep the product's sealing from being measured along with the rest.
 */
export async function recordCrowd({ db }: OpenDatabase, tenantId: string): Promise<void> {
  await db.execute(sql`
    insert into audit_events (id, tenant_id, at, actor_kind, actor_id, type, submission_id, data, request_id, seq, previous_hash, hash)
    select md5('event/' || n)::uuid::text, ${tenantId}, created_at,
      case when n % 10 = 0 then 'staff' else 'system' end, case when n % 10 = 0 then ${staffId(ACCOUNT.compliance)} else 'assess' end,
      case when n % 500 = 0 then 'case_settings.changed' else 'risk.assessed' end,
      case when n % 500 = 0 then null else submission_id end,
      case when n % 500 = 0 then '{"from": {"reviewMonths.High": 12}, "to": {"reviewMonths.High": 6}}'::jsonb
        else jsonb_build_object('assessmentId', submission_id, 'riskLevelId', risk_level_id, 'score', risk_score,
          'modelId', 'baseline', 'modelVersion', 2, 'trigger', 'customer.created') end,
      'bench', n, md5((n - 1)::text), md5(n::text)
    from (select row_number() over (order by created_at, submission_id) as n, * from directory) as numbered`);
}
