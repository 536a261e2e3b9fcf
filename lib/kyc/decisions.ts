import type { RiskLevel } from './contract/lists';

/** What compliance decides about a customer. Asking for more is no decision: it is a request (`lib/kyc/requests.ts`). */
export const DECISION_KINDS = ['approve', 'reject', 'escalate', 'changeLevel'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/**
 * `awaitingSecond` = proposed, and a second person has to look at it. Every other state is final; `lapsed` = the profile changed
 * before the second person had looked.
 */
export const DECISION_STATES = ['awaitingSecond', 'effective', 'declined', 'withdrawn', 'lapsed'] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

/** Where a case in the queue stands: whose turn it is. */
export const CASE_STAGES = ['toDecide', 'awaitingSecond', 'waitingOnCustomer'] as const;
export type CaseStage = (typeof CASE_STAGES)[number];

/** Why a case is in the queue; `levelProposed` = another level is proposed for a customer who is decided already. */
export const CASE_CAUSES = ['submitted', 'returned', 'reviewDue', 'materialChange', 'levelProposed'] as const;
export type CaseCause = (typeof CASE_CAUSES)[number];

/** What a reason of the library is for; `decline` = the second person's. */
export const REASON_PURPOSES = ['approve', 'reject', 'escalate', 'changeLevel', 'decline'] as const;
export type ReasonPurpose = (typeof REASON_PURPOSES)[number];

/** Who reads a note: everybody who may read the profile, or compliance alone. */
export const NOTE_AUDIENCES = ['everyone', 'compliance'] as const;
export type NoteAudience = (typeof NOTE_AUDIENCES)[number];

/** Why an override no longer holds: its last day passed, what the assessment rests on changed, or another decision replaced it. */
export const OVERRIDE_ENDS = ['expired', 'evidence', 'replaced'] as const;
export type OverrideEnd = (typeof OVERRIDE_ENDS)[number];

/** The states of a version of the risk model. */
export const MODEL_STATES = ['draft', 'proposed', 'released', 'withdrawn'] as const;
export type ModelState = (typeof MODEL_STATES)[number];

/** The longest note, in characters. */
export const NOTE_LIMIT = 4_000;

/** What decides whether one person is enough. */
export type DecisionStake = {
  kind: DecisionKind;
  /** The level in force, and the one to set where the level is changed. */
  currentLevel: RiskLevel;
  newLevel?: RiskLevel | undefined;
  /** Whether a politically exposed person is involved, as the current assessment found. */
  isPep: boolean;
};
