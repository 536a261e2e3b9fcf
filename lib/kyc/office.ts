import type { KycCall } from './api';
import type { Decided } from './cases';
import type { Profile, RiskAssessment, RiskAssessmentDetail } from './contract/profiles';
import type { Check, Decide, Withdraw } from './decision-input';

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

  /** Decides about a customer: at once, or as a proposal that waits for a second person (`lib/kyc/four-eyes.ts`). */
  decide: (call: KycCall, input: Decide) => Promise<Decided>;
  /** The second person's word on a proposal. */
  check: (call: KycCall, input: Check) => Promise<Decided>;
  /** Takes one's own proposal back. */
  withdraw: (call: KycCall, input: Withdraw) => Promise<Decided>;
};
