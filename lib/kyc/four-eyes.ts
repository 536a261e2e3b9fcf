import { RISK_LEVELS, type RiskLevel } from './contract/lists';
import type { DecisionKind, DecisionStake } from './decisions';

/**
 * Whether a second person has to confirm a decision before it takes effect: a positive or negative one about a customer whose risk is
 * high or who is politically exposed, and every lowered level. Nothing turns this off.
 */
export function needsSecondPerson({ kind, currentLevel, newLevel, isPep }: DecisionStake): boolean {
  if (kind === 'approve' || kind === 'reject') return isPep || currentLevel === 'High';
  return kind === 'changeLevel' && newLevel !== undefined && isLower(newLevel, currentLevel);
}

/** Where a customer stands, as far as it says what may be decided. */
export type DecisionStanding = {
  kycState: string;
  /** The level in force and the one that the model found; they differ while a level is set by a person. */
  level: RiskLevel;
  calculatedLevel: RiskLevel;
  /** The last day of a level that a person set; null while the calculated one is in force. */
  levelUntil: string | null;
  isPep: boolean;
  /** How many requests to the customer are open. */
  openRequests: number;
  isEscalated: boolean;
  /** What waits for a second person; `isCurrent` = the profile is still the one that its maker saw. */
  proposal: { makerId: string; isCurrent: boolean } | null;
};

/** Who wants to decide. */
export type Decider = { id: string; mayMake: boolean; mayCheck: boolean };

/** Why something cannot be done now; the words are `fourEyes.why` of the messages. */
export type Obstacle =
  | 'notPermitted'
  | 'fillingIn'
  | 'decided'
  | 'awaitingSecond'
  | 'openRequests'
  | 'isEscalated'
  | 'nothingProposed'
  | 'ownProposal'
  | 'othersProposal'
  | 'profileChanged'
  | 'dayPast';

/** What a person may do, or why not. `second` = it would wait for a second person. */
export type Right = { allowed: true; second: boolean } | { allowed: false; why: Obstacle };

/**
 * A level can be set; whether that waits for a second person depends on the level and its last day. `raisedUntil` = the last day of a
 * level above the calculated one: what takes its place and ends sooner lowers the level of the days between.
 */
export type LevelRight =
  | { allowed: true; second: Record<RiskLevel, boolean>; raisedUntil: string | null }
  | { allowed: false; why: Obstacle };

export type DecisionRights = {
  approve: Right;
  reject: Right;
  escalate: Right;
  changeLevel: LevelRight;
  confirm: Right;
  decline: Right;
  withdraw: Right;
};

/** What a person may do about a customer now and, where not, why: the screen shows it, and the engine holds everybody to it. */
export function decisionRights(standing: DecisionStanding, decider: Decider): DecisionRights {
  const { kycState, proposal } = standing;
  const open = !decider.mayMake ? 'notPermitted' : proposal ? 'awaitingSecond' : undefined;
  const deciding = open ?? notToDecide(kycState);
  const levelling = open ?? (kycState === 'Approved' ? undefined : notToDecide(kycState));
  return {
    approve: right(deciding ?? (standing.openRequests > 0 ? 'openRequests' : undefined), second('approve')),
    reject: right(deciding, second('reject')),
    escalate: right(deciding ?? (standing.isEscalated ? 'isEscalated' : undefined), false),
    changeLevel: levelling
      ? { allowed: false, why: levelling }
      : {
          allowed: true,
          second: eachLevel((newLevel) => needsSecondPerson(stakeOf(standing, 'changeLevel', newLevel))),
          raisedUntil: isLower(standing.calculatedLevel, standing.level) ? standing.levelUntil : null,
        },
    confirm: right(
      notToCheck(standing, decider) ?? (proposal?.isCurrent ? undefined : 'profileChanged'),
      false,
    ),
    decline: right(notToCheck(standing, decider), false),
    withdraw: right(notToWithdraw(standing, decider), false),
  };

  function second(kind: DecisionKind): boolean {
    return needsSecondPerson(stakeOf(standing, kind));
  }
}

/** Whether a level that is to hold until `validUntil` waits for a second person. */
export function levelNeedsSecond(
  { second, raisedUntil }: Extract<LevelRight, { allowed: true }>,
  level: RiskLevel,
  validUntil: string | undefined,
): boolean {
  return second[level] || (raisedUntil !== null && validUntil !== undefined && validUntil < raisedUntil);
}

/**
 * What decides whether one person is enough. A level is lowered where it comes below the one in force or the one that the model found:
 * otherwise a lowered level could be prolonged, or come back half the way, by one person.
 */
export function stakeOf(
  { level, calculatedLevel, isPep }: Pick<DecisionStanding, 'level' | 'calculatedLevel' | 'isPep'>,
  kind: DecisionKind,
  newLevel?: RiskLevel,
): DecisionStake {
  const currentLevel = kind === 'changeLevel' && isLower(level, calculatedLevel) ? calculatedLevel : level;
  return { kind, currentLevel, newLevel, isPep };
}

function isLower(one: RiskLevel, other: RiskLevel): boolean {
  return RISK_LEVELS.indexOf(one) < RISK_LEVELS.indexOf(other);
}

function notToDecide(kycState: string): Obstacle | undefined {
  if (kycState === 'ComplianceReview') return undefined;
  return kycState === 'Approved' || kycState === 'Rejected' ? 'decided' : 'fillingIn';
}

function notToCheck({ proposal }: DecisionStanding, { id, mayCheck }: Decider): Obstacle | undefined {
  if (!mayCheck) return 'notPermitted';
  if (proposal === null) return 'nothingProposed';
  return proposal.makerId === id ? 'ownProposal' : undefined;
}

function notToWithdraw({ proposal }: DecisionStanding, { id, mayMake }: Decider): Obstacle | undefined {
  if (!mayMake) return 'notPermitted';
  if (proposal === null) return 'nothingProposed';
  return proposal.makerId === id ? undefined : 'othersProposal';
}

function right(why: Obstacle | undefined, second: boolean): Right {
  return why ? { allowed: false, why } : { allowed: true, second };
}

function eachLevel(of: (level: RiskLevel) => boolean): Record<RiskLevel, boolean> {
  return { Low: of('Low'), Medium: of('Medium'), High: of('High') };
}
