import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, real, text } from 'drizzle-orm/pg-core';
import type { Profile } from '@/lib/kyc/contract/profiles';
import { createdAt, folded, id, moment, tenantId } from './columns';

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
    /** The score to sort by; what has none comes below all that have one. */
    riskOrder: real('risk_order').generatedAlwaysAs(sql`coalesce(risk_score, -1)`).notNull(),
    onboardingProgress: integer('onboarding_progress').notNull().default(0),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    updatedAt: moment('updated_at').notNull(),
    /** What the search looks in and names are sorted by, without case and accents; the name stands first. */
    searchText: folded('search_text')
      .generatedAlwaysAs(
        sql`fold_text(display_name || ' ' || coalesce(trading_name, '') || ' ' || coalesce(registration_number, '') || ' ' || email)`,
      )
      .notNull(),
    /** How the name's words sound, for finding likely duplicates: a double metaphone for each, the word itself in other scripts. */
    nameKeys: text('name_keys').array().generatedAlwaysAs(sql`name_keys(display_name)`).notNull(),
  },
  (t) => [
    index('directory_newest').on(t.tenantId, t.createdAt, t.submissionId),
    index('directory_own_newest').on(t.tenantId, t.employeeId, t.createdAt, t.submissionId),
    index('directory_updated').on(t.tenantId, t.updatedAt, t.submissionId),
    index('directory_name').on(t.tenantId, t.searchText, t.submissionId),
    index('directory_risk').on(t.tenantId, t.riskOrder, t.submissionId),
    index('directory_state').on(t.tenantId, t.kycState, t.createdAt, t.submissionId),
    index('directory_level').on(t.tenantId, t.riskLevelId, t.createdAt, t.submissionId),
    // Counts of the whole book and of one employee's are walks of this index alone.
    index('directory_counts').on(t.tenantId, t.employeeId, t.kycState, t.riskLevelId),
    index('directory_email').on(t.tenantId, t.emailKey),
    index('directory_registration').on(t.tenantId, t.registrationNumber),
    index('directory_search').using('gin', t.searchText.op('gin_trgm_ops')),
    index('directory_name_keys').using('gin', t.nameKeys),
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
