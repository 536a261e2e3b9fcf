import type { AnswerValue } from '@/lib/kyc/contract/answers';
import type { FormPage } from '@/lib/kyc/contract/forms';
import type { DocumentType, UserType } from '@/lib/kyc/contract/lists';

/** All that an assessment looks at. */
export type RiskInput = {
  userType: UserType;
  /** The form at the version that the submission is on. */
  pages: readonly FormPage[];
  /** The current answers; one to a field that is not shown with them counts as not given. */
  answers: readonly { fieldId: string; value: AnswerValue }[];
  /** The documents at hand; deleted ones are not. */
  documents: readonly RiskDocument[];
  /** The day of the assessment, `YYYY-MM-DD` in UTC; documents that expired before it are expired. */
  today: string;
};

export type RiskDocument = { documentTypeId: DocumentType; expiryDate: string | null };
