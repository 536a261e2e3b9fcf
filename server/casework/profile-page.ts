import 'server-only';
import { dayOf } from '@/lib/days';
import type { ProfileHeader, ProfilePage } from '@/lib/kyc/profile-page';
import { pageViews } from '@/lib/kyc/profile-view/answers';
import { reviewSentence } from '@/lib/kyc/review-sentence';
import { displayName } from '@/lib/kyc/vocabulary';
import type { DirectoryRow } from '../db/queries/directory';
import { documentLine } from './document-lines';
import type { ReadProfile } from './profile';
import { type Additions, answerSources, peopleAnswers } from './profile-additions';
import { assessmentLines, type PastAssessment, riskSummary } from './risk-lines';

/** What the profile page shows, picked by name from a profile of either side; the directory fills in what a remote one leaves out. */
export function profilePage(
  customer: DirectoryRow,
  read: ReadProfile,
  assessments: readonly PastAssessment[] | null,
  { nameSource, reviews, requests, review }: Additions,
  readsReasons: boolean,
): ProfilePage {
  const { profile } = read;
  return {
    submissionId: customer.submissionId,
    header: header(customer, read),
    pages: pageViews(profile, 'en', nameSource),
    risk: {
      ...riskSummary(profile, readsReasons),
      review: review && {
        from: review.basis.from,
        today: dayOf(read.readAt),
        sentence: reviewSentence(review),
      },
    },
    documents: profile.documents.map((document) => documentLine(document, nameSource, reviews)),
    requests: requests(profile),
    sources: answerSources(profile, nameSource),
    people: peopleAnswers(profile),
    assessments: assessments && assessmentLines(assessments),
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
