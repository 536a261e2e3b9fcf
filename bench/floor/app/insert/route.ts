import { newId } from '@/lib/new-id';
import { database } from '@/server/db/client';

const ONE = `insert into customers (id, tenant_id, user_type, email, email_key, first_name, last_name, created_at)
  values ($1, 'main', $2, $3, $3, $4, $5, now())`;

type Body = {
  userType: string;
  customerEmail: string;
  individualCustomer: { firstName: string; lastName: string };
};

/** One insert of what was posted, and nothing else. */
export async function POST(request: Request): Promise<Response> {
  const { userType, customerEmail, individualCustomer } = (await request.json()) as Body;
  const { firstName, lastName } = individualCustomer;
  const { pool } = await database();
  const id = newId();
  await pool.query(ONE, [id, userType, customerEmail, firstName, lastName]);
  return Response.json({ id });
}
