import type { StoredDocument } from '@/components/kyc/use-document-upload';
import type { Draft } from '@/lib/kyc/capture-draft';
import type { FormField } from '@/lib/kyc/contract/forms';
import type { FieldType } from '@/lib/kyc/contract/lists';
import type { DocumentLine } from '@/lib/kyc/profile-page';

/** Where files of a submission go to and come from. */
export interface UploadTarget {
  /** Takes one file a request, in the parts of the contract's section 7. */
  url: string;
  downloadUrl: (documentId: string) => string;
  previewUrl: (documentId: string) => string;
  /** A file is on the server now; the field shows it already. */
  onStored?: (document: StoredDocument) => void;
  /** Uploads of a field began or ended: while there are any, leaving the page would break them off. */
  onBusy?: (fieldId: string, busy: boolean) => void;
}

/** What all fields of a form share; one stable object for all of them. */
export interface FieldContext {
  customerName: string;
  /** YYYY-MM-DD, which the limits of dates count from. */
  today: string;
  documents: readonly DocumentLine[];
  upload: UploadTarget;
  /** Whether a browser may fill in what it knows of its user: not where somebody fills in for another. True where missing. */
  autofill?: boolean;
}

/** What a control of one field type gets from the field around it, which labels it and tells what is wrong. */
export interface ControlProps<K extends FieldType> {
  field: FormField;
  id: string;
  value: Draft<K> | undefined;
  onChange: (next: Draft<K> | undefined) => void;
  /** The names and marks of the one box, or of the group, that the field consists of. */
  aria: ControlAria;
  /** What is wrong with parts of the value, by path. */
  partProblems: Readonly<Record<string, string>>;
  context: FieldContext;
}

export interface ControlAria {
  'aria-invalid': true | undefined;
  'aria-required': true | undefined;
  'aria-describedby': string | undefined;
}
