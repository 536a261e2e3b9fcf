import * as z from 'zod';
import type { RiskAssessmentDetail } from './contract/profiles';

/** The score of the factor `pep` from which on its answers say that somebody holds, or is close to, a prominent public function. */
const EXPOSED = 80;

/** What an assessment knew of exposure, whatever its model made of it (`lib/risk/facts.ts`). */
const exposedFact = z.object({
  known: z.object({ pep: z.object({ value: z.enum(['yes', 'associate']) }) }),
});

/** An assessment as far as it tells of exposure. */
type Assessed = {
  detail: Pick<RiskAssessmentDetail, 'factors' | 'rulesFired'>;
  /** What the model was asked with; null of assessments from before it was kept. */
  facts?: unknown;
};

/**
 * Whether a politically exposed person is involved, as an assessment found: the answers said so, which no change of the model can take
 * away, or its rule for them fired, or its factor for them scored as the models that the product comes with score exposure.
 */
export function isPoliticallyExposed({
  detail: { factors = [], rulesFired = [] },
  facts,
}: Assessed): boolean {
  return (
    exposedFact.safeParse(facts).success ||
    rulesFired.some(({ id }) => id === 'pep-is-high') ||
    factors.some(({ id, score }) => id === 'pep' && (score ?? 0) >= EXPOSED)
  );
}
