import type { DecisionKind } from '@/lib/kyc/decisions';
import type { DecisionRights } from '@/lib/kyc/four-eyes';

/** What a person has begun to do about a case: each opens a dialog of its own. */
export const DOINGS = [
  'approve',
  'reject',
  'ask',
  'escalate',
  'changeLevel',
  'handOver',
  'confirm',
  'decline',
  'withdraw',
] as const;
export type Doing = (typeof DOINGS)[number];

/** The keys that begin something, where the page is a case's. While a proposal waits, they answer the proposal. */
export const CASE_KEYS = { a: 'approve', r: 'reject', e: 'escalate' } as const satisfies Record<
  string,
  DecisionKind
>;

/** Why something cannot be done now; undefined where it can. What is no decision can always be done. */
export function obstacleOf(doing: Doing, rights: DecisionRights) {
  if (doing === 'ask' || doing === 'handOver') return undefined;
  const right = rights[doing];
  return right.allowed ? undefined : right.why;
}
