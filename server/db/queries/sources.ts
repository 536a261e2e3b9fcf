import { and, eq, inArray, or } from 'drizzle-orm';
import type { DbOrTx } from '../client';
import { apiClients, employees, staffUsers } from '../schema';

/** Who is behind an id that an answer or a document was given under: an employee, a member of staff, or a system. */
export type NamedSource = { id: string; name: string; kind: 'employee' | 'system' };

/** The tenant's employees (those who left, too), staff and API clients with these ids; ids of nobody are left out. */
export async function namedSources(
  db: DbOrTx,
  tenantId: string,
  ids: readonly string[],
): Promise<NamedSource[]> {
  if (ids.length === 0) return [];
  const wanted = [...ids];
  const people = await db
    .select({ id: employees.id, name: employees.name })
    .from(employees)
    .where(and(eq(employees.tenantId, tenantId), inArray(employees.id, wanted)));
  const staff = await db
    .select({ id: staffUsers.id, employeeId: staffUsers.employeeId, name: staffUsers.name })
    .from(staffUsers)
    .where(
      and(
        eq(staffUsers.tenantId, tenantId),
        or(inArray(staffUsers.id, wanted), inArray(staffUsers.employeeId, wanted)),
      ),
    );
  const systems = await db
    .select({ id: apiClients.appId, name: apiClients.name })
    .from(apiClients)
    .where(and(eq(apiClients.tenantId, tenantId), inArray(apiClients.appId, wanted)));
  return [
    ...staff.flatMap(({ id, employeeId, name }) =>
      [id, employeeId].flatMap((one) => (one === null ? [] : [{ id: one, name, kind: 'employee' as const }])),
    ),
    // After the staff, so that an employee's own name counts where both are known.
    ...people.map((person) => ({ ...person, kind: 'employee' as const })),
    ...systems.map((system) => ({ ...system, kind: 'system' as const })),
  ];
}
