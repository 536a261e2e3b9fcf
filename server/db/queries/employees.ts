import { and, asc, eq } from 'drizzle-orm';
import type { DbOrTx } from '../client';
import { employees } from '../schema';

/** The tenant's active employees, by name. */
export async function activeEmployees(
  db: DbOrTx,
  tenantId: string,
): Promise<Array<{ id: string; name: string }>> {
  return db
    .select({ id: employees.id, name: employees.name })
    .from(employees)
    .where(and(eq(employees.tenantId, tenantId), eq(employees.isActive, true)))
    .orderBy(asc(employees.name), asc(employees.id));
}
