import 'server-only';
import type { Profile, RiskAssessment } from '@/lib/kyc/contract/profiles';
import type { AssessmentLine, ProfileHeader, ProfilePage, RiskSummary } from '@/lib/kyc/profile-page';
import { pageViews } from '@/lib/kyc/profile-view/answers';
import { displayName } from '@/lib/kyc/vocabulary';
import type { DirectoryRow } from '../db/queries/directory';
import { documentLine } from './document-lines';
import type { ReadProfile } from './profile';
import { type Additions, answerSources, peopleAnswers } from './profile-additions';

/** An assessment of a customer's history, as the office hands it out. */
export type PastAssessment = { assessment: RiskAssessment };

/** What the profile page shows, picked by name from a profile of either side; the directory fills in what a remote one leaves out. */
export function profilePage(
  customer: DirectoryRow,
  read: ReadProfile,
  assessments: readonly PastAssessment[] | null,
  { nameSource, reviews, requests }: Additions,
  readsReasons: boolean,
): ProfilePage {
  const { profile } = read;
  return {
    submissionId: customer.submissionId,
    header: header(customer, read),
    pages: pageViews(profile, 'en', nameSource),
    risk: riskSummary(profile, readsReasons),
    documents: profile.documents.map((document) => documentLine(document, nameSource, reviews)),
    requests: requests(profile),
    sources: answerSources(profile, nameSource),
    people: peopleAnswers(profile),
    assessments: assessments?.map(assessmentLine) ?? null,
  };
}

function header(customer: DirectoryRow, { profile, readAt, stale }: ReadProfile): ProfileHeader {
  const { submission, form } = profile;
  const company = submission.legalEntityCustomer;
  return {
    name: displayName(submission) ?? customer.displayName,
    tradingName: company?.tradingName || null,
    registrationNumber: company?.registrationNumber ?? null,
    userType: submission.userType ?? customer.userType,
    kycState: submission.kycState ?? customer.kycState,
    employeeName: submission.employeeName ?? (customer.employeeName || null),
    email: submission.customerEmail ?? (customer.email || null),
    mobileNumber: submission.customerMobileNumber || null,
    formName: form.name ?? (customer.formName || null),
    formVersion: form.version ?? null,
    onboardingProgress: submission.onboardingProgress ?? customer.onboardingProgress,
    onboardingStarted: submission.onboardingStarted ?? null,
    onboardingCompleted: submission.onboardingCompleted ?? null,
    version: submission.version ?? null,
    createdAt: submission.createdAt ?? null,
    updatedAt: submission.updatedAt ?? null,
    readAt: readAt.toISOString(),
    stale,
  };
}

/** Why a person set the level, and who, is told to who reads decisions alone. */
function riskSummary(
  { riskAssessment: risk, riskAssessmentDetail: detail }: Profile,
  readsReasons: boolean,
): RiskSummary {
  const override = readsReasons ? risk.override : null;
  return {
    level: risk.riskLevelId ?? null,
    score: risk.score ?? null,
    isProvisional: risk.isProvisional ?? false,
    isOverridden: risk.isOverridden ?? false,
    calculatedLevel: risk.calculatedRiskLevelId ?? null,
    override: override
      ? {
          level: override.riskLevelId ?? null,
          reason: override.reason ?? null,
          requestedBy: override.requestedBy ?? null,
          approvedBy: override.approvedBy ?? null,
        }
      : null,
    modelId: risk.modelId ?? null,
    modelVersion: risk.modelVersion ?? null,
    trigger: risk.trigger ?? null,
    assessedAt: risk.assessedAt ?? null,
    nextReviewDate: risk.nextReviewDate ?? null,
    thresholds: (detail.thresholds ?? []).map(({ riskLevelId, from, to }) => ({
      level: riskLevelId ?? '',
      from: from ?? 0,
      to: to ?? 100,
    })),
    factors: (detail.factors ?? [])
      .map((factor, at) => ({
        id: factor.id ?? String(at),
        name: factor.name ?? factor.id ?? '',
        category: factor.category ?? null,
        value: factor.value ?? null,
        score: factor.score ?? null,
        weight: factor.weight ?? null,
        contribution: factor.contribution ?? 0,
        explanation: factor.explanation ?? null,
      }))
      .sort((a, b) => b.contribution - a.contribution),
    rules: (detail.rulesFired ?? []).map(({ id, effect, explanation }, at) => ({
      id: id ?? String(at),
      effect: effect ?? null,
      explanation: explanation ?? null,
    })),
  };
}

function assessmentLine({ assessment }: PastAssessment, at: number): AssessmentLine {
  return {
    id: assessment.id ?? String(at),
    level: assessment.riskLevelId ?? '',
    score: assessment.score ?? 0,
    isProvisional: assessment.isProvisional ?? false,
    isOverridden: assessment.isOverridden ?? false,
    trigger: assessment.trigger ?? '',
    modelId: assessment.modelId ?? '',
    modelVersion: assessment.modelVersion ?? 0,
    assessedAt: assessment.assessedAt ?? '',
  };
}
