import { database } from '@/server/db/client';

const ONE = 'select * from customers where id = $1';

/** One select by key, and nothing else. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { pool } = await database();
  const { rows } = await pool.query(ONE, [(await params).id]);
  return Response.json(rows[0]);
}
