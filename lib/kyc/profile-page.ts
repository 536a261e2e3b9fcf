import type { Person } from './contract/answers';
import type { PageView } from './profile-view/types';
import type { DocumentDecision, InformationRequest } from './requests';

/** What the profile page shows of a customer; everything a remote server may leave out is null where it did. */
export type ProfilePage = {
  submissionId: string;
  header: ProfileHeader;
  /** The form's questions by page and section, answered or not. */
  pages: PageView[];
  risk: RiskSummary;
  documents: DocumentLine[];
  /** What was ever asked for again, the open ones first. */
  requests: RequestLine[];
  /** Who gave the answers, by the id that an answer names (`answeredBy`). */
  sources: Record<string, Source>;
  /** The people of each answer that lists some, by the field's id, for the graph of ownership. */
  people: Record<string, Person[]>;
  /** Earlier assessments, newest first; null where the other side keeps no history that we may read. */
  assessments: AssessmentLine[] | null;
};

export type ProfileHeader = {
  name: string;
  tradingName: string | null;
  registrationNumber: string | null;
  userType: string;
  kycState: string;
  employeeName: string | null;
  email: string | null;
  mobileNumber: string | null;
  formName: string | null;
  formVersion: number | null;
  /** 0 to 100. */
  onboardingProgress: number;
  onboardingStarted: string | null;
  onboardingCompleted: string | null;
  version: number | null;
  createdAt: string | null;
  updatedAt: string | null;
  /** When the side that holds the profile was last heard. */
  readAt: string;
  /** True while that side does not answer and this is the last copy. */
  stale: boolean;
};

export type RiskSummary = {
  level: string | null;
  /** 0 to 100. */
  score: number | null;
  isProvisional: boolean;
  isOverridden: boolean;
  calculatedLevel: string | null;
  override: {
    level: string | null;
    reason: string | null;
    requestedBy: string | null;
    approvedBy: string | null;
    at: string | null;
    /** The last day on which it holds. */
    validUntil: string | null;
  } | null;
  modelId: string | null;
  modelVersion: number | null;
  trigger: string | null;
  assessedAt: string | null;
  /** A day. */
  nextReviewDate: string | null;
  /** Why on that day, in a sentence, the day that it counts from, and the one on which it was read; null where it is not on our calendar. */
  review: { from: string; today: string; sentence: string } | null;
  thresholds: { level: string; from: number; to: number }[];
  /** The largest contribution first. */
  factors: RiskFactorLine[];
  rules: { id: string; effect: string | null; explanation: string | null }[];
};

export type RiskFactorLine = {
  id: string;
  name: string;
  category: string | null;
  value: string | null;
  score: number | null;
  /** A share of the whole, 0 to 1. */
  weight: number | null;
  /** Points of the total score. */
  contribution: number;
  explanation: string | null;
  /** The row of the model that counted; null where the other side names none. */
  rule: { id: string; explanation: string } | null;
  /** The answers that were looked at. */
  sources: { fieldId: string; label: string; answered: boolean }[];
  /** False where something that the factor looks at is not answered yet. */
  known: boolean;
};

export type DocumentLine = {
  id: string;
  type: string;
  fileName: string;
  description: string | null;
  sizeInBytes: number | null;
  contentType: string | null;
  /** Lower-case hexadecimal. */
  sha256: string | null;
  version: number | null;
  uploadedAt: string | null;
  uploadedBy: Source | null;
  /** A day. */
  expiryDate: string | null;
  /** Of a PDF or TIFF; of an image its size in pixels. */
  pageCount: number | null;
  width: number | null;
  height: number | null;
  /** What compliance said of it last; null where nobody has looked yet. */
  review: { decision: DocumentDecision; by: string | null; at: string } | null;
};

/** Who gave an answer or a document, for a reader. */
export type Source = { kind: 'customer' | 'employee' | 'system'; name: string | null };

/** A request as compliance sees it. */
export type RequestLine = InformationRequest & {
  /** The question, or null where it is a document alone (its type names it). */
  question: string | null;
  requestedBy: string | null;
  /** When it was answered or withdrawn. */
  closedAt: string | null;
};

export type AssessmentLine = {
  id: string;
  level: string;
  score: number;
  isProvisional: boolean;
  isOverridden: boolean;
  trigger: string;
  modelId: string;
  modelVersion: number;
  assessedAt: string;
  /** The level that the score gave, where it was set by hand. */
  calculatedLevel: string | null;
  /** What counts otherwise than in the assessment before, the largest move first; empty for the first one. */
  changes: { id: string; name: string; from: number; to: number }[];
};
