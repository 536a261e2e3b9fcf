import { database } from '@/server/db/client';

const NEWEST = `select submission_id, user_type, display_name, trading_name, employee_name, form_name, kyc_state, risk_level_id,
    risk_score, onboarding_progress, created_at, updated_at
  from directory where tenant_id = 'main' order by created_at desc, submission_id desc limit 25`;

/** One select of 25 rows by an index, and nothing else. */
export async function GET(): Promise<Response> {
  const { pool } = await database();
  const { rows } = await pool.query(NEWEST);
  return Response.json(rows);
}

/** Without a parameter or a header read, Next would answer from what it made at build time. */
export const dynamic = 'force-dynamic';
