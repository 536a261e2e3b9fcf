import { boolean, date, index, integer, jsonb, pgTable, real, text } from 'drizzle-orm/pg-core';
import { RISK_LEVELS } from '@/lib/kyc/contract/lists';
import type { RiskAssessmentDetail } from '@/lib/kyc/contract/profiles';
import { id, moment } from './columns';
import { submissions } from './customers';

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
    nextReviewDate: date('next_review_date', { mode: 'string' }),
    assessedAt: moment('assessed_at').notNull(),
  },
  (t) => [index('risk_assessments_latest').on(t.submissionId, t.assessedAt, t.id)],
);
