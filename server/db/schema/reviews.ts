import { sql } from 'drizzle-orm';
import { date, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { AnswerValue } from '@/lib/kyc/contract/answers';
import { FIELD_TYPES, KYC_STATES } from '@/lib/kyc/contract/lists';
import { REVIEW_CAUSES, type ReviewBasis } from '@/lib/kyc/reviews';
import { id, moment, tenantId } from './columns';
import { submissions } from './customers';
import { directory } from './directory';

/** When a customer is looked at again, and why on that day. Set anew whenever what it rests on changes. */
export const reviewSchedules = pgTable(
  'review_schedules',
  {
    submissionId: id('submission_id')
      .primaryKey()
      .references(() => directory.submissionId),
    tenantId: tenantId(),
    /** As in the directory, so that a relationship manager's own are one walk of an index. */
    employeeId: id('employee_id').notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    because: text('because', { enum: REVIEW_CAUSES }).notNull(),
    basis: jsonb('basis').$type<ReviewBasis>().notNull(),
    /** The level of the basis, so that the reviews of one level are a walk of an index. */
    level: text('level').generatedAlwaysAs(sql`basis->>'level'`),
    setAt: moment('set_at').notNull(),
  },
  (t) => [
    index('review_schedules_due').on(t.tenantId, t.dueOn, t.submissionId),
    index('review_schedules_level').on(t.tenantId, t.level, t.dueOn, t.submissionId),
    index('review_schedules_own').on(t.tenantId, t.employeeId, t.dueOn, t.submissionId),
  ],
);

/**
 * One row for each version of a submission's profile: when it came about, by whom, and how it stood. With {@link answerVersions} and
 * the documents' own moments every version can be shown again. Appended to only (a trigger).
 */
export const profileVersions = pgTable(
  'profile_versions',
  {
    submissionId: id('submission_id')
      .notNull()
      .references(() => submissions.id),
    version: integer('version').notNull(),
    tenantId: tenantId(),
    at: moment('at').notNull(),
    actorKind: text('actor_kind').notNull(),
    actorId: id('actor_id').notNull(),
    /** What occasioned it, as the assessments name it (`answers.saved`, `review.due` …). */
    trigger: text('trigger').notNull(),
    kycState: text('kyc_state', { enum: KYC_STATES }).notNull(),
    /** The assessment that was current. */
    assessmentId: id('assessment_id'),
  },
  (t) => [primaryKey({ columns: [t.submissionId, t.version] })],
);

/** Every answer that a field ever had, by the version it came with; null = it was taken back. Appended to only (a trigger). */
export const answerVersions = pgTable(
  'answer_versions',
  {
    submissionId: id('submission_id')
      .notNull()
      .references(() => submissions.id),
    fieldId: id('field_id').notNull(),
    version: integer('version').notNull(),
    fieldTypeId: text('field_type_id', { enum: FIELD_TYPES }).notNull(),
    value: jsonb('value').$type<AnswerValue | null>(),
    answeredAt: moment('answered_at').notNull(),
    answeredBy: text('answered_by').notNull(),
  },
  (t) => [primaryKey({ columns: [t.submissionId, t.fieldId, t.version] })],
);
