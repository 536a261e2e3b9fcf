import { index, integer, jsonb, pgTable, primaryKey, real, text } from 'drizzle-orm/pg-core';
import type { Profile } from '@/lib/kyc/contract/profiles';
import { createdAt, id, moment, tenantId } from './columns';

/**
 * What the customers list shows, sorts and searches, whichever side of the port holds the customer. Projected from the
 * profile: in the change's own transaction by the embedded engine, after each read of a remote profile. Words of a remote
 * server may be unknown to us, so its columns are plain text.
 */
export const directory = pgTable(
  'directory',
  {
    submissionId: id('submission_id').primaryKey(),
    tenantId: tenantId(),
    userType: text('user_type').notNull(),
    displayName: text('display_name').notNull(),
    tradingName: text('trading_name'),
    registrationNumber: text('registration_number'),
    email: text('email').notNull(),
    emailKey: text('email_key').notNull(),
    employeeId: id('employee_id').notNull(),
    employeeName: text('employee_name').notNull(),
    formId: id('form_id').notNull(),
    formName: text('form_name').notNull(),
    kycState: text('kyc_state').notNull(),
    /** Null where the other side did not say. */
    riskLevelId: text('risk_level_id'),
    riskScore: real('risk_score'),
    onboardingProgress: integer('onboarding_progress').notNull().default(0),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    index('directory_newest').on(t.tenantId, t.createdAt.desc(), t.submissionId.desc()),
    index('directory_own_newest').on(t.tenantId, t.employeeId, t.createdAt.desc(), t.submissionId.desc()),
    index('directory_updated').on(t.tenantId, t.updatedAt.desc(), t.submissionId.desc()),
    index('directory_name').on(t.tenantId, t.displayName, t.submissionId),
    index('directory_risk').on(t.tenantId, t.riskScore.desc(), t.submissionId.desc()),
    index('directory_state').on(t.tenantId, t.kycState, t.createdAt.desc(), t.submissionId.desc()),
    index('directory_level').on(t.tenantId, t.riskLevelId, t.createdAt.desc(), t.submissionId.desc()),
    index('directory_email').on(t.tenantId, t.emailKey),
    index('directory_registration').on(t.tenantId, t.registrationNumber),
  ],
);

/** Profiles as read from somebody else's server, one row a version: shown while that server is down. */
export const profileSnapshots = pgTable(
  'profile_snapshots',
  {
    submissionId: id('submission_id')
      .notNull()
      .references(() => directory.submissionId),
    version: integer('version').notNull(),
    /** SHA-256 of the profile's canonical JSON. */
    contentHash: text('content_hash').notNull(),
    profile: jsonb('profile').$type<Profile>().notNull(),
    /** When this version was first and last seen on the other side. */
    firstSeenAt: moment('first_seen_at').notNull(),
    lastSeenAt: moment('last_seen_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.submissionId, t.version] })],
);
