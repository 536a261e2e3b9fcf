import type { KycCall } from './api';
import type { Decided } from './cases';
import type { Profile, RiskAssessment, RiskAssessmentDetail } from './contract/profiles';
import type { Check, Decide, Withdraw } from './decision-input';
import type { WhatIfInput } from './what-if-input';
import type { PaperForm, WhatIf } from '../risk/what-if';

/** One assessment of a customer's history. */
export type AssessmentRecord = { assessment: RiskAssessment; detail: RiskAssessmentDetail };

/** What became of a mail to the customer. Moments are ISO 8601 in UTC. */
export type MailProgress = {
  mailId: string;
  /** `kept` = there is no mail server, so it can be read in the outbox; `failed` = given up. */
  state: 'queued' | 'sent' | 'kept' | 'failed';
  attempts: number;
  queuedAt: string;
  sentAt: string | null;
};

/**
 * What the embedded engine can do beyond the contract. Screens ask for this capability, never for the mode; in front of somebody
 * else's server there is none. Every refusal is a `KycError`.
 */
export type KycOffice = {
  /** Every assessment, the current one first; 404 for no submission of the tenant. */
  assessments: (call: KycCall, submissionId: string) => Promise<AssessmentRecord[]>;
  /** The profile as it was at a version; 404 for none of the tenant. */
  profileAt: (call: KycCall, submissionId: string, version: number) => Promise<Profile>;
  /** The newest welcome mail; undefined where none was wanted, or for no submission of the tenant. */
  welcomeMail: (call: KycCall, submissionId: string) => Promise<MailProgress | undefined>;

  /** What answers changed on paper would make of the risk: nothing is saved, and a bad answer is refused as a save refuses it. */
  whatIf: (call: KycCall, submissionId: string, input: WhatIfInput) => Promise<WhatIf>;
  /** The questions that may be changed on paper; 404 for no submission of the tenant. */
  paperForm: (call: KycCall, submissionId: string) => Promise<PaperForm>;

  /** Decides about a customer: at once, or as a proposal that waits for a second person (`lib/kyc/four-eyes.ts`). */
  decide: (call: KycCall, input: Decide) => Promise<Decided>;
  /** The second person's word on a proposal. */
  check: (call: KycCall, input: Check) => Promise<Decided>;
  /** Takes one's own proposal back. */
  withdraw: (call: KycCall, input: Withdraw) => Promise<Decided>;
};
