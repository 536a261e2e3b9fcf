import type { DecisionLine, DecisionOutcome, NoteLine } from '@/lib/kyc/cases';
import type { Profile } from '@/lib/kyc/contract/profiles';
import type { DocumentLine, RequestLine } from '@/lib/kyc/profile-page';
import type { Review } from '@/lib/kyc/reviews';
import type { NameSource } from '@/lib/kyc/sources';
import type { ReportLanguage } from './words';

/** One assessment of the customer's history, as the report lists it. */
export type ReportAssessment = {
  riskLevelId: string;
  /** 0 to 100. */
  score: number;
  modelId: string;
  modelVersion: number;
  /** What occasioned it, as an identifier (`customer.created`); shown as words. */
  trigger: string;
  /** ISO 8601. */
  assessedAt: string;
  isProvisional: boolean;
  isOverridden: boolean;
};

/**
 * What was decided and noted, as far as the reader of the report may know it. Compliance reads everything. A relationship manager
 * reads that something was decided, never why or by whom, and the notes for everyone. An outside system reads the outcomes.
 */
export type ReportCase =
  | { audience: 'compliance'; decisions: readonly DecisionLine[]; notes: readonly NoteLine[] }
  | { audience: 'manager'; decisions: readonly DecisionOutcome[]; notes: readonly NoteLine[] }
  | { audience: 'system'; decisions: readonly DecisionOutcome[] };

/** All that a profile report shows. */
export type ProfileReport = {
  /** As `GetIndividualProfile` or `GetLegalProfile` gives it; whatever a remote server leaves out is shown as not recorded. */
  profile: Profile;
  /** In any order; the newest is listed first. */
  assessments: readonly ReportAssessment[];
  /** Who answered and uploaded. */
  nameSource: NameSource;
  /** What compliance said of the documents last, by the document's id. */
  reviews: ReadonlyMap<string, NonNullable<DocumentLine['review']>>;
  /** What was ever asked for again. */
  requests: readonly RequestLine[];
  casework: ReportCase;
  /** Null where none is planned, or the reader is not told more than the assessment's own date. */
  review: Review | null;
  generatedAt: Date;
  /** The name of the person, or of the API client, that asked for the report. */
  generatedBy: string;
  language: ReportLanguage;
};
