import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { CaseSettings } from '@/lib/kyc/case-settings';
import { id, moment, tenantId } from './columns';

/** What a tenant set in place of the defaults (`lib/kyc/case-settings.ts`); no row = the defaults. */
export const caseSettings = pgTable('case_settings', {
  tenantId: text('tenant_id').primaryKey(),
  value: jsonb('value').$type<CaseSettings>().notNull(),
  /** Raised by each change, so that two admins cannot overwrite each other. */
  revision: integer('revision').notNull().default(1),
  changedBy: id('changed_by').notNull(),
  changedAt: moment('changed_at').notNull(),
});

/**
 * What a dashboard counted last, so that counting a large book is not repeated for each reader; it may be removed at any time. A row
 * without counts is being counted for the first time.
 */
export const dashboardCounts = pgTable(
  'dashboard_counts',
  {
    tenantId: tenantId(),
    /** What was counted: the tenant's customers, an employee's, the queue (`server/casework/counted.ts`). */
    scope: text('scope').notNull(),
    counts: jsonb('counts').$type<unknown>(),
    countedAt: moment('counted_at'),
    /** How long counting took, in milliseconds: what took long is kept longer. */
    tookMs: integer('took_ms').notNull().default(0),
    /** Since when somebody counts; who was killed meanwhile loses the claim after a while. */
    claimedAt: moment('claimed_at'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.scope] })],
);
