import * as z from 'zod';
import {
  addCustomerInput,
  addCustomerOutput,
  bySubmission,
  customerDetails,
  employee,
  setCustomerPasswordInput,
  setCustomerPasswordOutput,
} from './customers';
import {
  byDocument,
  deleteDocumentsInput,
  documentFile,
  documentItem,
  uploadDocumentsInput,
} from './documents';
import {
  getFormFieldsInput,
  getFormFieldsOutput,
  getLookupsInput,
  getLookupsOutput,
  listFormsInput,
  listFormsOutput,
} from './forms';
import { profile, reportFile } from './profiles';
import {
  getSubmissionPageInput,
  listSubmissionsInput,
  listSubmissionsOutput,
  saveAnswersInput,
  submissionIdOutput,
  submissionPage,
} from './submissions';
import { getAppTokenInput, getAppTokenOutput } from './tokens';

/** The rate groups of section 1; the limits themselves are configuration (`server/env.ts`). */
export const RATE_GROUPS = ['create', 'retrieve', 'download', 'other'] as const;
export type RateGroup = (typeof RATE_GROUPS)[number];

/** How an answer is wrapped: section 1's envelope, its two published quirks, or the bytes themselves. */
export type EnvelopeKind = 'standard' | 'profile' | 'extForm' | 'bytes';

/** How the body of a POST is written. */
export type BodyKind = 'json' | 'multipart';

/** One row of the contract; everything that names an operation's path, method or shape reads it here. */
export type Operation = {
  /** The contract's section, for the reference page. */
  section: 2 | 3 | 4 | 5 | 6 | 7;
  summary: string;
  method: 'GET' | 'POST' | 'DELETE';
  /** Below `{base_url}`, which is `<origin>/api` for the embedded engine. `{name}` is taken from the path into the input. */
  path: `/${string}`;
  /** One object: its path parameters, then the query of a GET or DELETE, or the body of a POST. */
  input: z.ZodType;
  output: z.ZodType;
  rateGroup: RateGroup;
  envelope: EnvelopeKind;
  /** JSON where it is not said. */
  body?: BodyKind;
  /** False only for the call that gives the token. */
  bearer: boolean;
  /** True where an `Idempotency-Key` is honoured; those writes may be repeated under the same key (to our own engine). */
  idempotencyKey: boolean;
  /** True where a repeat changes nothing, so that a client may retry on its own. */
  safe: boolean;
};

const read = { method: 'GET', bearer: true, idempotencyKey: false, safe: true } as const;
const write = { method: 'POST', bearer: true, idempotencyKey: true, safe: false } as const;
const nothing = z.object({});

/** The contract as one table. Paths are published, but for those that `kyc-api` section 5 to 7 decide. */
export const operations = {
  getAppToken: {
    ...write,
    section: 2,
    summary: 'Get an app token',
    path: '/AppSessionManager/GetAppToken',
    input: getAppTokenInput,
    output: getAppTokenOutput,
    rateGroup: 'other',
    envelope: 'standard',
    bearer: false,
    idempotencyKey: false,
    safe: true,
  },
  addCustomer: {
    ...write,
    section: 3,
    summary: 'Add a customer, individual or legal entity',
    path: '/ExtCustomerManagement/AddCustomer',
    input: addCustomerInput,
    output: addCustomerOutput,
    rateGroup: 'create',
    envelope: 'standard',
  },
  setCustomerPassword: {
    ...write,
    section: 3,
    summary: 'Send the customer a one-time password link',
    path: '/ExtCustomerManagement/SetCustomerPassword',
    input: setCustomerPasswordInput,
    output: setCustomerPasswordOutput,
    rateGroup: 'other',
    envelope: 'standard',
  },
  getEmployees: {
    ...read,
    section: 3,
    summary: 'List the active employees by name',
    path: '/ExtCustomerManagement/GetEmployees',
    input: nothing,
    output: z.array(employee),
    rateGroup: 'other',
    envelope: 'standard',
  },
  getCustomerDetails: {
    ...read,
    section: 3,
    summary: 'Read where a customer stands',
    path: '/ExtCustomerManagement/GetCustomerDetails/{submissionId}',
    input: bySubmission,
    output: customerDetails,
    rateGroup: 'retrieve',
    envelope: 'standard',
  },
  getIndividualProfile: {
    ...read,
    section: 4,
    summary: "Read an individual's profile",
    path: '/ExtReport/GetIndividualProfile/{submissionId}',
    input: bySubmission,
    output: profile,
    rateGroup: 'retrieve',
    envelope: 'profile',
  },
  getLegalProfile: {
    ...read,
    section: 4,
    summary: "Read a legal entity's profile",
    path: '/ExtReport/GetLegalProfile/{submissionId}',
    input: bySubmission,
    output: profile,
    rateGroup: 'retrieve',
    envelope: 'profile',
  },
  downloadIndividualProfilePdf: {
    ...read,
    section: 4,
    summary: "Download an individual's profile as a PDF report",
    path: '/ExtReport/DownloadIndividualProfilePagePdf/{submissionId}',
    input: bySubmission,
    output: reportFile,
    rateGroup: 'download',
    envelope: 'bytes',
  },
  downloadLegalProfilePdf: {
    ...read,
    section: 4,
    summary: "Download a legal entity's profile as a PDF report",
    path: '/ExtReport/DownloadLegalProfilePagePdf/{submissionId}',
    input: bySubmission,
    output: reportFile,
    rateGroup: 'download',
    envelope: 'bytes',
  },
  listForms: {
    ...read,
    section: 5,
    summary: 'List the active forms',
    path: '/ExtForm/forms',
    input: listFormsInput,
    output: listFormsOutput,
    rateGroup: 'other',
    envelope: 'extForm',
  },
  getFormFields: {
    ...read,
    section: 5,
    summary: "List a form's fields",
    path: '/ExtForm/forms/{formId}/fields',
    input: getFormFieldsInput,
    output: getFormFieldsOutput,
    rateGroup: 'other',
    envelope: 'extForm',
  },
  getLookups: {
    ...read,
    section: 5,
    summary: 'List the values of a lookup',
    path: '/ExtForm/lookups',
    input: getLookupsInput,
    output: getLookupsOutput,
    rateGroup: 'other',
    envelope: 'extForm',
  },
  listSubmissions: {
    ...read,
    section: 6,
    summary: 'List submissions, newest first',
    path: '/ExtForm/submissions',
    input: listSubmissionsInput,
    output: listSubmissionsOutput,
    rateGroup: 'other',
    envelope: 'extForm',
  },
  saveAnswers: {
    ...write,
    section: 6,
    summary: 'Save answers, all or nothing; it does not submit',
    path: '/ExtForm/submissions',
    input: saveAnswersInput,
    output: submissionIdOutput,
    rateGroup: 'other',
    envelope: 'extForm',
    idempotencyKey: false,
  },
  getSubmissionPage: {
    ...read,
    section: 6,
    summary: 'Read a page of a submission with its answers',
    path: '/ExtForm/submissions/{submissionId}/pages/{pageId}',
    input: getSubmissionPageInput,
    output: submissionPage,
    rateGroup: 'other',
    envelope: 'extForm',
  },
  submitSubmission: {
    ...write,
    section: 6,
    summary: 'Submit for review; refused while a required answer is missing',
    path: '/ExtForm/submissions/{submissionId}/submit',
    input: bySubmission,
    output: submissionIdOutput,
    rateGroup: 'other',
    envelope: 'extForm',
    idempotencyKey: false,
  },
  listDocuments: {
    ...read,
    section: 7,
    summary: "List a submission's documents",
    path: '/ExtForm/submissions/{submissionId}/documents',
    input: bySubmission,
    output: z.array(documentItem),
    rateGroup: 'other',
    envelope: 'extForm',
  },
  uploadDocuments: {
    ...write,
    section: 7,
    summary: 'Upload documents, all or none',
    path: '/ExtForm/submissions/{submissionId}/documents',
    input: uploadDocumentsInput,
    output: z.array(documentItem),
    rateGroup: 'other',
    envelope: 'extForm',
    body: 'multipart',
    idempotencyKey: false,
  },
  downloadDocument: {
    ...read,
    section: 7,
    summary: "Download a document's bytes",
    path: '/ExtForm/submissions/{submissionId}/documents/{documentId}/download',
    input: byDocument,
    output: documentFile,
    rateGroup: 'download',
    envelope: 'bytes',
  },
  deleteDocuments: {
    method: 'DELETE',
    bearer: true,
    idempotencyKey: false,
    safe: false,
    section: 7,
    summary: 'Delete documents, all or none',
    path: '/ExtForm/submissions/{submissionId}/documents',
    input: deleteDocumentsInput,
    output: z.string(),
    rateGroup: 'other',
    envelope: 'extForm',
  },
} as const satisfies Record<string, Operation>;

export type Operations = typeof operations;
export type OperationName = keyof Operations;
/** What an operation takes, parsed. */
export type OperationInput<K extends OperationName> = z.output<Operations[K]['input']>;
/** What an operation gives. */
export type OperationOutput<K extends OperationName> = z.output<Operations[K]['output']>;

/** The names of a row's path parameters, in order. */
export function pathParameters(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
}

/** A row's path with its parameters filled in and percent-encoded. */
export function fillPath(path: string, values: Record<string, unknown>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
}
