import type { RiskLevel } from './contract/lists';
import type { CustomerCount } from './customer-list';
import type {
  CaseCause,
  CaseStage,
  DecisionKind,
  DecisionState,
  NoteAudience,
  OverrideEnd,
  ReasonPurpose,
} from './decisions';
import type { DecisionRights } from './four-eyes';

/** A member of the staff by name; moments everywhere are ISO 8601 in UTC, days `YYYY-MM-DD`. */
export type StaffName = { id: string; name: string };

/** One line of the queue. */
export type CaseLine = {
  submissionId: string;
  displayName: string;
  userType: string;
  kycState: string;
  riskLevel: string | null;
  riskScore: number | null;
  employeeName: string;
  stage: CaseStage;
  because: CaseCause;
  openedAt: string;
  dueOn: string;
  isOverdue: boolean;
  assignee: StaffName | null;
  /** Who proposed what waits for a second person. */
  maker: StaffName | null;
  isEscalated: boolean;
};

/** A page of the queue; `next` is the view's `after` of the following one. */
export type CasePage = { cases: CaseLine[]; next: string | null };

/** The queue's tabs, in their order; `toCheck` = a second person has to look, and it is not the reader's own proposal. */
export const CASE_TABS = ['new', 'mine', 'toCheck', 'waiting', 'overdue', 'all'] as const;
export type CaseTab = (typeof CASE_TABS)[number];

/** How many cases each tab holds; `more` = beyond what is counted. */
export type CaseCounts = Record<CaseTab, CustomerCount>;

/** A decision as compliance sees it; a proposal is one whose state is `awaitingSecond`. */
export type DecisionLine = {
  id: string;
  kind: DecisionKind;
  state: DecisionState;
  neededSecond: boolean;
  riskLevel: RiskLevel | null;
  validUntil: string | null;
  reason: string | null;
  note: string | null;
  seenVersion: number;
  maker: StaffName;
  madeAt: string;
  checker: StaffName | null;
  checkerNote: string | null;
  closedAt: string | null;
  /** When the level that it set ended, and why; null while it holds, and of a decision that set none. */
  levelEnd: { at: string; because: OverrideEnd } | null;
};

/** A decision as a relationship manager sees it: what was decided and when, and nothing of why or by whom. */
export type DecisionOutcome = {
  id: string;
  kind: 'approve' | 'reject' | 'changeLevel';
  riskLevel: RiskLevel | null;
  at: string;
  /** When the level that it set ended; null while it holds, and of a decision that set none. */
  endedAt: string | null;
};

export type NoteLine = {
  id: string;
  audience: NoteAudience;
  body: string;
  author: StaffName;
  at: string;
  mentions: StaffName[];
};

/** Who can be named in a note; in one for compliance alone only who reads those. */
export type Mentionable = StaffName & { readsCompliance: boolean };

/** A note that names the reader and was not seen yet, for the home page. */
export type MentionLine = {
  noteId: string;
  submissionId: string;
  displayName: string;
  author: StaffName;
  body: string;
  at: string;
};

/** A reason of the library. */
export type ReasonLine = { id: string; purpose: ReasonPurpose; words: string; isActive: boolean };

/** What the customer's page shows of the case. */
export type CaseView = {
  submissionId: string;
  /** The profile's version as of this reading: what `seenVersion` of an action says. */
  version: number;
  notes: NoteLine[];
  /** Whom a note can name, by name: who may read this customer. */
  mentionable: Mentionable[];
} & (ComplianceCase | OutcomesOnly);

/** For who reads the queue. */
type ComplianceCase = {
  kind: 'compliance';
  case: {
    stage: CaseStage;
    because: CaseCause;
    openedAt: string;
    dueOn: string;
    isOverdue: boolean;
    assignee: StaffName | null;
    escalated: { by: StaffName; at: string } | null;
  } | null;
  /** What waits for a second person. */
  proposal: DecisionLine | null;
  /** The newest first, the proposal not among them. */
  decisions: DecisionLine[];
  /** A proposal that lapsed last and was not followed by another: what changed since is between its version and the present one. */
  lapsed: DecisionLine | null;
  /** A level that ended last because what it rested on changed, and that no decision followed. */
  endedLevel: DecisionLine | null;
  /** Absent where nothing can be decided here: in front of somebody else's server. */
  rights: DecisionRights | null;
  /** The active reasons to choose from. */
  reasons: ReasonLine[];
  /** Whom the case can be given to, by name. */
  assignable: StaffName[];
  /** The longest that a changed level may hold: its last possible day. */
  overrideUntil: string;
};

/** For a relationship manager. */
type OutcomesOnly = { kind: 'outcomes'; decisions: DecisionOutcome[] };

/** What became of a decision. */
export type Decided = { decisionId: string; state: DecisionState };
