import type { TypedAnswer } from './contract/answers';
import type { FormPage } from './contract/forms';
import type { Editable } from './editing';
import type { DocumentLine, Source } from './profile-page';
import type { InformationRequest } from './requests';

/** An answer as it stands on the server. */
export type CapturedAnswer = {
  answer: TypedAnswer;
  /** What a save names as `basedOn`; null where the other side counts no versions. */
  version: number | null;
  answeredAt: string | null;
  /** Who answered, for a reader. */
  by: Source;
};

/** All that filling in a form needs, for the customer and for whoever fills in on the customer's behalf. */
export type CaptureView = {
  submissionId: string;
  customerName: string;
  userType: string;
  kycState: string;
  formName: string | null;
  formVersion: number | null;
  employeeName: string | null;
  /** The submission's version; null where the other side counts none. */
  version: number | null;
  /** What the view was made of, in short: whoever names it again learns whether there is anything new. */
  stamp: string;
  /** 0 to 100. */
  progress: number;
  submittedAt: string | null;
  /** In order, as they were when the submission began. */
  pages: FormPage[];
  /** By the field's id. */
  answers: Record<string, CapturedAnswer>;
  documents: DocumentLine[];
  editable: Editable;
  /** The open ones first. */
  requests: InformationRequest[];
};

/** One field of a save: the answer, or null to take it back; `basedOn` as {@link CapturedAnswer.version}, 0 for none before. */
export type CaptureSave = { fieldId: string; answer: TypedAnswer | null; basedOn?: number | undefined };

/** The view after a change; the pages of a submission stay as they were when it began. */
export type CaptureNow = Omit<CaptureView, 'pages'>;

/** What a save gives back: when it was done, and how things stand now. */
export type CaptureSaved = { savedAt: string; view: CaptureNow };

/** What a reading gives that knows an earlier one: the view as it is now, or that nothing is new. */
export type CaptureNews = CaptureView | { unchanged: true };
