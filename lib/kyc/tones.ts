import type { Tone } from '../theme/tokens';
import type { KycState, RiskLevel } from './contract/lists';

/** How each state is meant, on screens and in the report. */
export const STATE_TONE: Record<KycState, Tone> = {
  New: 'neutral',
  Onboarding: 'info',
  ComplianceReview: 'pending',
  Approved: 'positive',
  Rejected: 'critical',
  OnboardingAfterRejection: 'caution',
};

/** How each risk level is meant. */
export const RISK_TONE: Record<RiskLevel, Tone> = { Low: 'positive', Medium: 'caution', High: 'critical' };
