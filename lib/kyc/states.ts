import type { KycState } from './contract/lists';

/** The legal moves of a submission. Contract section 6; any other move is a 409. */
export const MOVES: Record<KycState, readonly KycState[]> = {
  New: ['Onboarding'],
  Onboarding: ['ComplianceReview'],
  ComplianceReview: ['Approved', 'Rejected'],
  Approved: ['ComplianceReview'],
  Rejected: ['OnboardingAfterRejection'],
  OnboardingAfterRejection: ['ComplianceReview'],
};
