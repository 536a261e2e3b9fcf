/** The staff's roles. */
export const ROLES = ['relationship_manager', 'compliance_officer', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** What each role may do; the one list that pages, actions and data routes ask. */
const GRANTS = {
  relationship_manager: [
    'customers:list:own',
    'customers:create',
    'profile:read:own',
    'report:download:own',
    'answers:write:own',
    'documents:read:own',
    'documents:change:own',
    'notes:read:own',
    'notes:write:own',
    'reviews:read:own',
    'dashboard:read:own',
    'employees:list',
  ],
  compliance_officer: [
    'customers:list:all',
    'profile:read:all',
    'report:download:all',
    'documents:read:all',
    'documents:review',
    'information:request',
    'queue:read',
    // Whoever may decide may also be the second person; never for a proposal of one's own (`server/kyc/embedded/decisions`).
    'decisions:make',
    'decisions:check',
    'risk:what-if',
    'risk-model:read',
    'risk-model:edit',
    'risk-model:release',
    'versions:read:all',
    'notes:read:all',
    'notes:write:all',
    'reviews:read:all',
    'dashboard:read:all',
    'employees:list',
    'audit:read:all',
    // To see what other settings would do and to whom; an admin, who reads no risk, sets them.
    'case-settings:try',
  ],
  admin: [
    'customers:list:all',
    'password-link:send',
    'employees:list',
    'users:manage',
    'reasons:manage',
    'case-settings:manage',
    'dashboard:read:admin',
    'outbox:read',
    'jobs:manage',
    // What is on record of the firm, and nothing of its customers.
    'audit:read:firm',
    'api-reference:read',
  ],
} as const satisfies Record<Role, readonly string[]>;

export type Permission = (typeof GRANTS)[Role][number];

/** Whether a role holds a permission. */
export function may(role: Role, permission: Permission): boolean {
  return (GRANTS[role] as readonly Permission[]).includes(permission);
}

/** Whether a role holds one of several permissions. */
export function mayAny(role: Role, ...permissions: Permission[]): boolean {
  return permissions.some((permission) => may(role, permission));
}

/** The roles that hold a permission. */
export function rolesThatMay(...permissions: Permission[]): Role[] {
  return ROLES.filter((role) => mayAny(role, ...permissions));
}

/** The customers a person may see at all: those of one employee, or every one of the tenant. */
export type CustomerScope = { kind: 'employee'; employeeId: string | null } | { kind: 'tenant' };

/**
 * The customers that a staff member's list holds. Own = the employee that the user is tied to; a relationship manager
 * tied to none has no customers.
 */
export function customerScope(user: { role: Role; employeeId: string | null }): CustomerScope {
  return may(user.role, 'customers:list:all')
    ? { kind: 'tenant' }
    : { kind: 'employee', employeeId: user.employeeId };
}

/** Whether a role reads answers, risk and documents of the customers in its scope; admins see names and states only. */
export function mayReadProfiles(role: Role): boolean {
  return mayAny(role, 'profile:read:own', 'profile:read:all');
}

/** Whether a role downloads the reports of the customers in its scope. */
export function mayDownloadReports(role: Role): boolean {
  return mayAny(role, 'report:download:own', 'report:download:all');
}

/** Whether a role opens the documents of the customers in its scope. */
export function mayReadDocuments(role: Role): boolean {
  return mayAny(role, 'documents:read:own', 'documents:read:all');
}
