import type { Profile } from '@/lib/kyc/contract/profiles';
import type { DocumentLine, RequestLine } from '@/lib/kyc/profile-page';
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
  generatedAt: Date;
  /** The name of the person, or of the API client, that asked for the report. */
  generatedBy: string;
  language: ReportLanguage;
};
