import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { RISK_LEVELS } from '@/lib/kyc/contract/lists';
import type { RiskAssessmentDetail } from '@/lib/kyc/contract/profiles';
import { MODEL_STATES, OVERRIDE_ENDS } from '@/lib/kyc/decisions';
import type { LevelCounts } from '@/lib/risk/trial';
import { createdAt, id, moment, tenantId } from './columns';
import { submissions } from './customers';
import { decisions } from './decisions';

/**
 * A level that a person set in place of the calculated one. It holds, also through assessments under a new model, until `validUntil`
 * or until what the assessment rests on changes; one at a time for each submission.
 */
export const riskOverrides = pgTable(
  'risk_overrides',
  {
    id: id().primaryKey(),
    tenantId: tenantId(),
    submissionId: id('submission_id')
      .notNull()
      .references(() => submissions.id),
    /** The decision that set it; who asked, who approved and why stand there. */
    decisionId: id('decision_id')
      .notNull()
      .references(() => decisions.id),
    riskLevelId: text('risk_level_id', { enum: RISK_LEVELS }).notNull(),
    /** The last day on which it holds. */
    validUntil: date('valid_until', { mode: 'string' }).notNull(),
    createdAt: createdAt(),
    endedAt: moment('ended_at'),
    endedBecause: text('ended_because', { enum: OVERRIDE_ENDS }),
  },
  (t) => [
    uniqueIndex('risk_overrides_one').on(t.submissionId).where(sql`${t.endedAt} is null`),
    index('risk_overrides_of_submission').on(t.submissionId, t.createdAt),
    index('risk_overrides_ending').on(t.validUntil, t.submissionId).where(sql`${t.endedAt} is null`),
  ],
);

/** Every assessment of a submission; the latest is the current one. Contract section 4. */
export const riskAssessments = pgTable(
  'risk_assessments',
  {
    id: id().primaryKey(),
    submissionId: id('submission_id')
      .notNull()
      .references(() => submissions.id),
    modelId: text('model_id').notNull(),
    modelVersion: integer('model_version').notNull(),
    /** 0 to 100. */
    score: real('score').notNull(),
    calculatedRiskLevelId: text('calculated_risk_level_id', { enum: RISK_LEVELS }).notNull(),
    riskLevelId: text('risk_level_id', { enum: RISK_LEVELS }).notNull(),
    /** True while something that the model asks for is not known. */
    isProvisional: boolean('is_provisional').notNull(),
    trigger: text('trigger').notNull(),
    detail: jsonb('detail').$type<RiskAssessmentDetail>().notNull(),
    /** What the model was asked with, so that another model can be asked the same; null of assessments from before it was kept. */
    facts: jsonb('facts').$type<unknown>(),
    /** The override that was in force. */
    overrideId: id('override_id').references(() => riskOverrides.id),
    assessedAt: moment('assessed_at').notNull(),
  },
  (t) => [index('risk_assessments_latest').on(t.submissionId, t.assessedAt, t.id)],
);

/**
 * The versions of the tenant's risk model (`lib/risk/model.ts`). A draft changes until it is proposed; a released one never does (a
 * trigger holds that), and the highest released one is in force.
 */
export const riskModelVersions = pgTable(
  'risk_model_versions',
  {
    tenantId: tenantId(),
    version: integer('version').notNull(),
    modelId: text('model_id').notNull(),
    definition: jsonb('definition').$type<unknown>().notNull(),
    state: text('state', { enum: MODEL_STATES }).notNull(),
    /** What changed and why, in the words of who proposes it. */
    note: text('note'),
    /** Raised by each change of a draft, so that two editors cannot overwrite each other. */
    revision: integer('revision').notNull().default(1),
    draftedBy: id('drafted_by'),
    proposedBy: id('proposed_by'),
    proposedAt: moment('proposed_at'),
    /** Who sent the last proposal back to be changed, and why. */
    declinedBy: id('declined_by'),
    declinedAt: moment('declined_at'),
    declineNote: text('decline_note'),
    /** The second person; null of the model that the product came with. */
    releasedBy: id('released_by'),
    releasedAt: moment('released_at'),
    createdAt: createdAt(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.version] }),
    uniqueIndex('risk_model_versions_one_open')
      .on(t.tenantId)
      .where(sql`${t.state} in ('draft', 'proposed')`),
    index('risk_model_versions_in_force').on(t.tenantId, t.version).where(sql`${t.state} = 'released'`),
    check('risk_model_versions_four_eyes', sql`${t.releasedBy} <> ${t.proposedBy}`),
  ],
);

/**
 * The last try-out of a draft or proposal against every customer: what releasing it would do to the levels. Nothing of it touches a
 * customer, and it may be removed at any time.
 */
export const riskModelTrials = pgTable(
  'risk_model_trials',
  {
    id: id().primaryKey(),
    tenantId: tenantId(),
    version: integer('version').notNull(),
    /** The draft's revision that was tried; with another one the result is out of date. */
    revision: integer('revision').notNull(),
    /** How many go from which level in force to which. */
    counts: jsonb('counts').$type<LevelCounts>().notNull(),
    /** How many keep their level because a person set it. */
    held: integer('held').notNull().default(0),
    startedBy: id('started_by').notNull(),
    startedAt: moment('started_at').notNull(),
    finishedAt: moment('finished_at'),
  },
  (t) => [uniqueIndex('risk_model_trials_one').on(t.tenantId, t.version)],
);

/** Who would move in a try-out; of a large book the first ones of each move. */
export const riskModelTrialMoves = pgTable(
  'risk_model_trial_moves',
  {
    trialId: id('trial_id')
      .notNull()
      .references(() => riskModelTrials.id, { onDelete: 'cascade' }),
    fromLevel: text('from_level', { enum: RISK_LEVELS }).notNull(),
    toLevel: text('to_level', { enum: RISK_LEVELS }).notNull(),
    submissionId: id('submission_id').notNull(),
    fromScore: real('from_score').notNull(),
    toScore: real('to_score').notNull(),
  },
  (t) => [primaryKey({ columns: [t.trialId, t.fromLevel, t.toLevel, t.submissionId] })],
);
