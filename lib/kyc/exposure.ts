import type { RiskAssessmentDetail } from './contract/profiles';

/** The score of the factor `pep` from which on its answers say that somebody holds, or is close to, a prominent public function. */
const EXPOSED = 80;

/**
 * Whether a politically exposed person is involved, as an assessment found: its rule for them fired, or its factor for them scored
 * as the models that the product comes with score exposure.
 */
export function isPoliticallyExposed({
  factors = [],
  rulesFired = [],
}: Pick<RiskAssessmentDetail, 'factors' | 'rulesFired'>): boolean {
  return (
    rulesFired.some(({ id }) => id === 'pep-is-high') ||
    factors.some(({ id, score }) => id === 'pep' && (score ?? 0) >= EXPOSED)
  );
}
