import type { KycCall } from '../kyc/api';
import type { RiskLevel } from '../kyc/contract/lists';
import type { ModelState } from '../kyc/decisions';
import type { RiskModel } from './model';
import type { LevelCounts } from './trial';

/** Who did something with a version, and when (ISO 8601 in UTC). `name` is null of somebody who is gone. */
export type ModelDeed = { by: string; name: string | null; at: string };

/** A version of the model as the list of versions shows it. */
export type ModelVersionLine = {
  version: number;
  state: ModelState;
  /** Whether customers are assessed by it. */
  isInForce: boolean;
  /** Raised by each change, so that two people cannot overwrite each other unseen. */
  revision: number;
  /** What changed and why, in the words of who proposed it. */
  note: string | null;
  /** The last change of the draft; null of the model that the product came with. */
  changed: ModelDeed | null;
  proposed: ModelDeed | null;
  /** The last proposal that was sent back, and why. */
  declined: (ModelDeed & { note: string }) | null;
  released: ModelDeed | null;
};

/** A version with all that it says. */
export type ModelVersion = ModelVersionLine & { definition: RiskModel };

/** How far work on all customers has come. `total` = as many as there were when it began. */
export type BookProgress = { done: number; total: number; startedAt: string; updatedAt: string };

/** A try-out of a version: what releasing it would do. */
export type ModelTrial = {
  id: string;
  version: number;
  revision: number;
  /** Null once it is finished, and before it began. */
  progress: BookProgress | null;
  startedAt: string;
  finishedAt: string | null;
  counts: LevelCounts;
  /** How many keep their level because a person set it. */
  held: number;
};

/** A customer whose level would move. */
export type TrialMove = {
  submissionId: string;
  displayName: string;
  from: { level: RiskLevel; score: number };
  to: { level: RiskLevel; score: number };
};

export type TrialMoves = { moves: TrialMove[]; next: string | null };

/** How the re-assessment after a release stands. */
export type Reassessment = {
  version: number;
  /** Null before it began. */
  progress: BookProgress | null;
  finishedAt: string | null;
};

/** What was seen of a version, so that nothing else is acted upon. */
export type SeenVersion = { version: number; revision: number };

/**
 * The life of the tenant's risk model. Whoever acts is a member of the staff who holds the permission, whatever way the call came;
 * every refusal is a `KycError`: 403 without the permission or for a second look at one's own proposal, 404 for no such version, 409
 * where the version is no longer what was seen.
 */
export type RiskModelOffice = {
  /** Every version, the newest first. */
  versions: (call: KycCall) => Promise<ModelVersionLine[]>;
  version: (call: KycCall, version: number) => Promise<ModelVersion>;
  /** Begins a draft with what a released version says; 409 while another one is open. */
  startDraft: (call: KycCall, from: { version: number }) => Promise<{ version: number }>;
  /** Puts another definition into a draft; 400 names each bad cell by its path. */
  changeDraft: (
    call: KycCall,
    change: SeenVersion & { definition: unknown },
  ) => Promise<{ revision: number }>;
  /** A version as a JSON file, to be kept or taken elsewhere; the download is on record. */
  exportFile: (call: KycCall, version: number) => Promise<{ name: string; text: string }>;
  /** Puts what a file says into a draft, in place of all that it said; 400 names each part that is wrong, and nothing is changed. */
  importFile: (call: KycCall, change: SeenVersion & { file: string }) => Promise<{ revision: number }>;
  /** 400 names what the check found; a draft with an error is not proposed. */
  propose: (call: KycCall, proposal: SeenVersion & { note: string }) => Promise<void>;
  /** Ends a draft or proposal for good. */
  withdraw: (call: KycCall, seen: SeenVersion) => Promise<void>;
  /** Sends a proposal back to be changed; by anybody but who proposed it. */
  decline: (call: KycCall, answer: SeenVersion & { note: string }) => Promise<void>;
  /** Puts a proposal in force and has every customer assessed by it; by anybody but who proposed it. */
  release: (call: KycCall, seen: SeenVersion) => Promise<void>;
  /** Tries a draft or proposal on every customer; a small book at once, a large one in the background. */
  tryOut: (call: KycCall, seen: SeenVersion) => Promise<ModelTrial>;
  /** The last try-out of a version. */
  trial: (call: KycCall, version: number) => Promise<ModelTrial | null>;
  /** Who would move, in the order of the moves and of the submissions' ids. */
  trialMoves: (
    call: KycCall,
    asked: {
      trialId: string;
      move?: { from: RiskLevel; to: RiskLevel } | undefined;
      cursor?: string | undefined;
    },
  ) => Promise<TrialMoves>;
  /** The re-assessment by the version in force; null where that one needed none. */
  reassessment: (call: KycCall) => Promise<Reassessment | null>;
};
