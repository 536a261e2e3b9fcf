import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Role } from '@/lib/auth/permissions';
import type { DbOrTx, Tx } from '../client';
import { preparedOnce } from '../prepared';
import { staffUsers } from '../schema';

const T = staffUsers;

/** Who somebody of the staff is, without what they sign in with. */
export type StaffMember = Pick<
  typeof T.$inferSelect,
  'id' | 'name' | 'email' | 'role' | 'employeeId' | 'isActive' | 'lastSignInAt' | 'createdAt'
> & {
  /** False until the invitation is accepted. */
  hasPassword: boolean;
};

const member = {
  id: T.id,
  name: T.name,
  email: T.email,
  role: T.role,
  employeeId: T.employeeId,
  isActive: T.isActive,
  lastSignInAt: T.lastSignInAt,
  createdAt: T.createdAt,
  hasPassword: sql<boolean>`${T.passwordHash} is not null`,
};

const inTenant = (tenantId: string, id: string) => and(eq(T.tenantId, tenantId), eq(T.id, id));

/** Asked before every page and data route, so it is built once. */
const sessionStatement = preparedOnce((db) =>
  db
    .select(member)
    .from(T)
    .where(
      and(
        eq(T.tenantId, sql.placeholder('tenantId')),
        eq(T.id, sql.placeholder('id')),
        eq(T.sessionVersion, sql.placeholder('sessionVersion')),
        eq(T.isActive, true),
        isNotNull(T.passwordHash),
      ),
    )
    .prepare('staff_by_session'),
);

/** The active user whose sessions carry this version; undefined when the session is over. */
export async function findStaffBySession(
  db: DbOrTx,
  tenantId: string,
  id: string,
  sessionVersion: number,
): Promise<StaffMember | undefined> {
  const [user] = await sessionStatement(db).execute({ tenantId, id, sessionVersion });
  return user;
}

/** What a sign-in is checked against. */
export type StaffCredentials = Pick<
  typeof T.$inferSelect,
  'id' | 'name' | 'email' | 'passwordHash' | 'isActive' | 'sessionVersion'
>;

export async function findStaffCredentials(
  db: DbOrTx,
  tenantId: string,
  key: string,
): Promise<StaffCredentials | undefined> {
  const [user] = await db
    .select({
      id: T.id,
      name: T.name,
      email: T.email,
      passwordHash: T.passwordHash,
      isActive: T.isActive,
      sessionVersion: T.sessionVersion,
    })
    .from(T)
    .where(and(eq(T.tenantId, tenantId), eq(T.emailKey, key)));
  return user;
}

/** Notes a sign-in, if the user is still the one that was checked: active, and with the same password. */
export async function noteSignIn(
  tx: Tx,
  tenantId: string,
  checked: Pick<StaffCredentials, 'id' | 'sessionVersion'>,
  at: Date,
): Promise<boolean> {
  const noted = await tx
    .update(T)
    .set({ lastSignInAt: at })
    .where(
      and(inTenant(tenantId, checked.id), eq(T.sessionVersion, checked.sessionVersion), eq(T.isActive, true)),
    )
    .returning({ id: T.id });
  return noted.length === 1;
}

export async function insertStaff(tx: Tx, user: typeof T.$inferInsert): Promise<void> {
  await tx.insert(T).values(user);
}

export async function findStaff(db: DbOrTx, tenantId: string, id: string): Promise<StaffMember | undefined> {
  const [user] = await db.select(member).from(T).where(inTenant(tenantId, id));
  return user;
}

/** One user, locked against others' changes until the transaction ends. */
export async function lockStaff(tx: Tx, tenantId: string, id: string): Promise<StaffMember | undefined> {
  const [user] = await tx.select(member).from(T).where(inTenant(tenantId, id)).for('update');
  return user;
}

/**
 * The ids of the admins who can sign in, locked in one order: of two transactions that each take away an admin, the
 * second sees what the first has done.
 */
export async function lockAdmins(tx: Tx, tenantId: string): Promise<string[]> {
  const admins = await tx
    .select({ id: T.id })
    .from(T)
    .where(
      and(eq(T.tenantId, tenantId), eq(T.role, 'admin'), eq(T.isActive, true), isNotNull(T.passwordHash)),
    )
    .orderBy(asc(T.id))
    .for('update');
  return admins.map(({ id }) => id);
}

/** Whether anybody can administer the installation. */
export async function hasAdmin(db: DbOrTx, tenantId: string): Promise<boolean> {
  const admins = await db
    .select({ id: T.id })
    .from(T)
    .where(
      and(eq(T.tenantId, tenantId), eq(T.role, 'admin'), eq(T.isActive, true), isNotNull(T.passwordHash)),
    )
    .limit(1);
  return admins.length > 0;
}

/** Sets a user's role and employee. */
export async function setStaffRole(
  tx: Tx,
  tenantId: string,
  id: string,
  to: { role: Role; employeeId: string | null },
): Promise<void> {
  await tx.update(T).set({ role: to.role, employeeId: to.employeeId }).where(inTenant(tenantId, id));
}

/** Enables or disables a user; both end the sessions there are. */
export async function setStaffActive(tx: Tx, tenantId: string, id: string, isActive: boolean): Promise<void> {
  await tx
    .update(T)
    .set({ isActive, sessionVersion: sql`${T.sessionVersion} + 1` })
    .where(inTenant(tenantId, id));
}

/** Gives an active user a name and a password, and ends the sessions there are. */
export async function setStaffPassword(
  tx: Tx,
  tenantId: string,
  id: string,
  to: { name: string; passwordHash: string },
): Promise<boolean> {
  const set = await tx
    .update(T)
    .set({ name: to.name, passwordHash: to.passwordHash, sessionVersion: sql`${T.sessionVersion} + 1` })
    .where(and(inTenant(tenantId, id), eq(T.isActive, true)))
    .returning({ id: T.id });
  return set.length === 1;
}

/** A place in the list by name: the last user that was seen. */
export type StaffPlace = Pick<StaffMember, 'name' | 'id'>;

/** A tenant's users by name, up to `limit`, from behind `after` on. */
export async function listStaff(
  db: DbOrTx,
  tenantId: string,
  { limit, after }: { limit: number; after?: StaffPlace | undefined },
): Promise<StaffMember[]> {
  const behind = after && sql`(${T.name}, ${T.id}) > (${after.name}, ${after.id})`;
  return db
    .select(member)
    .from(T)
    .where(and(eq(T.tenantId, tenantId), behind))
    .orderBy(asc(T.name), asc(T.id))
    .limit(limit);
}

/** A tenant's users by name, up to `limit`. */
export function listStaffNames(
  db: DbOrTx,
  tenantId: string,
  limit: number,
): Promise<Array<Pick<StaffMember, 'id' | 'name'>>> {
  return db
    .select({ id: T.id, name: T.name })
    .from(T)
    .where(eq(T.tenantId, tenantId))
    .orderBy(asc(T.name), asc(T.id))
    .limit(limit);
}

/** The users who are tied to any of these employees, by name. */
export async function staffOfEmployees(
  db: DbOrTx,
  tenantId: string,
  employeeIds: readonly string[],
): Promise<StaffMember[]> {
  if (employeeIds.length === 0) return [];
  return db
    .select(member)
    .from(T)
    .where(and(eq(T.tenantId, tenantId), inArray(T.employeeId, [...employeeIds])))
    .orderBy(asc(T.name), asc(T.id));
}

/** Up to 500 users of the roles who can sign in, by name. */
export async function activeStaffOfRoles(
  db: DbOrTx,
  tenantId: string,
  roles: readonly Role[],
): Promise<StaffMember[]> {
  return db
    .select(member)
    .from(T)
    .where(and(eq(T.tenantId, tenantId), T.isActive, inArray(T.role, [...roles])))
    .orderBy(asc(T.name), asc(T.id))
    .limit(500);
}

/** The names of users, whether or not they can still sign in. */
export async function staffNames(
  db: DbOrTx,
  tenantId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await db
    .select({ id: T.id, name: T.name })
    .from(T)
    .where(and(eq(T.tenantId, tenantId), inArray(T.id, [...ids])));
  return new Map(found.map(({ id, name }) => [id, name]));
}
