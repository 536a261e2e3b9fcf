import { boolean, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { ROLES } from '@/lib/auth/permissions';
import { createdAt, id, moment, tenantId } from './columns';

/** The people who sign in at the firm. */
export const staffUsers = pgTable(
  'staff_users',
  {
    id: id().primaryKey(),
    tenantId: tenantId(),
    email: text('email').notNull(),
    /** The e-mail as it is compared (`emailKey`). */
    emailKey: text('email_key').notNull(),
    name: text('name').notNull(),
    role: text('role', { enum: ROLES }).notNull(),
    /** The employee whose customers are this person's own, as the KYC API names them: no row of ours where it is remote. */
    employeeId: id('employee_id'),
    /** argon2id; null until the invitation is accepted. */
    passwordHash: text('password_hash'),
    /** Raised when the user is disabled or the password changes: every older session is over. */
    sessionVersion: integer('session_version').notNull().default(1),
    isActive: boolean('is_active').notNull().default(true),
    lastSignInAt: moment('last_sign_in_at'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('staff_users_email_unique').on(t.tenantId, t.emailKey),
    index('staff_users_list').on(t.tenantId, t.name, t.id),
  ],
);

/**
 * Failed attempts to sign in, by a hash of what was tried: the typed e-mail address, or the network address it came from.
 * An address that has no account is counted like one that has, so that a pause tells nothing.
 */
export const signInAttempts = pgTable(
  'sign_in_attempts',
  {
    /** SHA-256, lower-case hexadecimal. */
    key: text('key').primaryKey(),
    failures: integer('failures').notNull(),
    /** Until then every attempt is refused unseen. */
    pausedUntil: moment('paused_until').notNull(),
    lastAttemptAt: moment('last_attempt_at').notNull(),
  },
  (t) => [index('sign_in_attempts_age').on(t.lastAttemptAt)],
);

export const LINK_PURPOSES = ['first_admin', 'staff_invitation', 'customer_password'] as const;

/** One-time links; only the token's SHA-256 is stored. */
export const oneTimeLinks = pgTable(
  'one_time_links',
  {
    id: id().primaryKey(),
    tenantId: tenantId(),
    purpose: text('purpose', { enum: LINK_PURPOSES }).notNull(),
    /** The staff user or the submission that the link is for; empty for the first admin. */
    subjectId: id('subject_id').notNull(),
    tokenHash: text('token_hash').notNull(),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('one_time_links_token_unique').on(t.tokenHash),
    index('one_time_links_subject').on(t.purpose, t.subjectId),
  ],
);
