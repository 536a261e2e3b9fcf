import * as z from 'zod';
import { individualCustomer, legalEntityCustomer, pageStatus } from './customers';
import { profileDocument } from './documents';
import { formPage, formSummary } from './forms';
import {
  ACCOUNT_STATUSES,
  ENTITY_TYPES,
  FIELD_TYPES,
  KYC_STATES,
  PENDING_STATES,
  RISK_LEVELS,
  USER_TYPES,
} from './lists';
import { openList } from './text';

/** Only the six top-level properties are published, so all that is inside may be missing from a remote server's answer. */

/** The form as answered, with its pages in order. Contract section 4. */
export const profileForm = formSummary.extend({ pages: z.array(formPage) }).partial();

/** Who is onboarded, by whom, and how far. Contract section 4. */
export const profileSubmission = z
  .looseObject({
    id: z.string(),
    userType: openList(USER_TYPES),
    entityTypeId: openList(ENTITY_TYPES),
    customerEmail: z.string(),
    customerMobileNumber: z.string().nullable(),
    individualCustomer: z.looseObject(individualCustomer.shape).nullable(),
    legalEntityCustomer: z.looseObject(legalEntityCustomer.shape).nullable(),
    employeeId: z.string(),
    employeeName: z.string(),
    kycState: openList(KYC_STATES),
    accountStatusId: openList(ACCOUNT_STATUSES),
    pendingStateId: openList(PENDING_STATES).nullable(),
    onboardingProgress: z.number(),
    onboardingStarted: z.string().nullable(),
    onboardingCompleted: z.string().nullable(),
    pageStatuses: z.array(pageStatus),
    version: z.number(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .partial();
export type ProfileSubmission = z.output<typeof profileSubmission>;

/** The field that an answer is to, as a profile names it. Contract section 4. */
export const answerField = z
  .looseObject({
    id: z.string(),
    label: z.string(),
    name: z.string(),
    fqName: z.string(),
    fieldTypeId: openList(FIELD_TYPES),
    isRequired: z.boolean(),
    order: z.number(),
    isLocked: z.boolean(),
    pageName: z.string(),
    sectionName: z.string(),
  })
  .partial();

/** One answer with its field; the value properties of section 6 stand beside these. Contract section 4. */
export const profileAnswer = z
  .looseObject({
    id: z.string(),
    fieldID: z.string(),
    fieldTypeId: openList(FIELD_TYPES),
    field: answerField,
    answeredAt: z.string(),
    answeredBy: z.string(),
    /** An addition of ours: the answer's version, which a save may name as `basedOn`. */
    version: z.number(),
  })
  .partial();
export type ProfileAnswer = z.output<typeof profileAnswer>;

/** The current assessment. `score` is 0 to 100. Contract section 4. */
export const riskAssessment = z
  .looseObject({
    id: z.string(),
    riskLevelId: openList(RISK_LEVELS),
    score: z.number(),
    isProvisional: z.boolean(),
    modelId: z.string(),
    modelVersion: z.number(),
    trigger: z.string(),
    assessedAt: z.string(),
    nextReviewDate: z.string().nullable(),
    isOverridden: z.boolean(),
    calculatedRiskLevelId: openList(RISK_LEVELS),
    override: z
      .looseObject({
        riskLevelId: openList(RISK_LEVELS),
        reason: z.string(),
        requestedBy: z.string(),
        approvedBy: z.string().nullable(),
        at: z.string(),
        /** An addition of ours: the last day on which it holds. */
        validUntil: z.string(),
      })
      .partial()
      .nullable(),
  })
  .partial();
export type RiskAssessment = z.output<typeof riskAssessment>;

/**
 * One factor; `contribution` = score × weight, in points of the total. Contract section 4. `rule`, `sources` and `known` are
 * additions of ours: the row of the model that counted, the answers looked at, and whether all of them are there.
 */
export const riskFactor = z
  .looseObject({
    id: z.string(),
    name: z.string(),
    category: z.string(),
    value: z.string().nullable(),
    score: z.number(),
    weight: z.number(),
    contribution: z.number(),
    explanation: z.string(),
    rule: z.looseObject({ id: z.string(), explanation: z.string() }).nullable(),
    sources: z.array(z.looseObject({ fieldId: z.string(), label: z.string() })),
    known: z.boolean(),
  })
  .partial();
export type RiskFactor = z.output<typeof riskFactor>;

/** How the assessment came about. Contract section 4. */
export const riskAssessmentDetail = z
  .looseObject({
    factors: z.array(riskFactor),
    thresholds: z.array(
      z.looseObject({ riskLevelId: openList(RISK_LEVELS), from: z.number(), to: z.number() }).partial(),
    ),
    rulesFired: z.array(
      z.looseObject({ id: z.string(), effect: z.string(), explanation: z.string() }).partial(),
    ),
  })
  .partial();
export type RiskAssessmentDetail = z.output<typeof riskAssessmentDetail>;

/** A customer's whole profile. Contract section 4. */
export const profile = z.looseObject({
  form: profileForm,
  submission: profileSubmission,
  answers: z.array(profileAnswer),
  riskAssessment: riskAssessment,
  riskAssessmentDetail: riskAssessmentDetail,
  documents: z.array(profileDocument.partial()),
});
export type Profile = z.output<typeof profile>;

/** A report: the PDF's bytes, its file name (any script) and a strong entity tag without quotes. Contract section 4. */
export const reportFile = z.object({
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  contentType: z.literal('application/pdf'),
  fileName: z.string(),
  etag: z.string(),
});
export type ReportFile = z.output<typeof reportFile>;
