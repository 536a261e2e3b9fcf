import type { KycState } from '@/lib/kyc/contract/lists';
import type { DemoCustomer } from './cast';

/** Days after which a review has fallen due. */
const REVIEW_DAYS = 365;

/** How a customer got from Onboarding to the present state. Contract section 6. */
export function movesTo({ state, daysAgo }: DemoCustomer): [KycState, KycState][] {
  const submitted: [KycState, KycState] = ['Onboarding', 'ComplianceReview'];
  const approved: [KycState, KycState] = ['ComplianceReview', 'Approved'];
  const rejected: [KycState, KycState] = ['ComplianceReview', 'Rejected'];
  switch (state) {
    case 'New':
    case 'Onboarding':
      return [];
    case 'ComplianceReview':
      return daysAgo > REVIEW_DAYS ? [submitted, approved, ['Approved', 'ComplianceReview']] : [submitted];
    case 'Approved':
      return [submitted, approved];
    case 'Rejected':
      return [submitted, rejected];
    case 'OnboardingAfterRejection':
      return [submitted, rejected, ['Rejected', 'OnboardingAfterRejection']];
  }
}
