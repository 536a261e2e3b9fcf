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
  /** The submission's version: a reading with the same one has nothing new. */
  version: number | null;
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
export type CaptureSave = { fieldId: string; answer: TypedAnswer | null; basedOn?: number };

/** What a save gives back: when it was done, and the view as of then. */
export type CaptureSaved = { savedAt: string; view: CaptureView };
