/** Every URL of the product's own pages and data routes; the contract's paths are in `lib/kyc/contract/operations.ts`. */
const id = encodeURIComponent;

export const paths = {
  home: '/',
  signIn: '/sign-in',
  customers: '/customers',
  newCustomer: '/customers/new',
  customer: (submissionId: string) => `/customers/${id(submissionId)}`,
  /** Filling in on the customer's behalf: the first page that owes something, one page, the review before submitting. */
  capture: (submissionId: string) => `/customers/${id(submissionId)}/form`,
  capturePage: (submissionId: string, pageId: string) => `/customers/${id(submissionId)}/form/${id(pageId)}`,
  captureReview: (submissionId: string) => `/customers/${id(submissionId)}/form/review`,
  /** Two versions of a customer's profile side by side. */
  versions: (submissionId: string) => `/customers/${id(submissionId)}/versions`,
  /** What waits for a decision. */
  queue: '/queue',
  /** When which customer is looked at again. */
  reviews: '/reviews',
  employees: '/employees',
  /** What is on record. */
  audit: '/audit',
  riskModel: '/settings/risk-model',
  riskModelVersion: (version: number) => `/settings/risk-model/${version}`,
  reasons: '/settings/reasons',
  caseSettings: '/settings/cases',
  users: '/settings/users',
  outbox: '/settings/outbox',
  outboxMail: (mailId: string) => `/settings/outbox/${id(mailId)}`,
  jobs: '/settings/jobs',
  /** The page behind a one-time link; the token stands in the fragment, which no server and no log ever sees. */
  setPassword: '/set-password',
  /** The customers' own portal. */
  portal: '/portal',
  portalSignIn: '/portal/sign-in',
  /** Asks for a password link: the first one, or a forgotten password's. */
  portalLink: '/portal/sign-in/link',
  portalForm: '/portal/form',
  portalPage: (pageId: string) => `/portal/form/${id(pageId)}`,
  portalReview: '/portal/form/review',
  portalDocuments: '/portal/documents',
  acceptInvitation: '/accept-invitation',
  apiReference: '/docs',
  openApi: '/api/openapi.json',
  health: '/api/health',
  auth: '/api/auth',
  /** What the reader of PDFs fetches while it draws; names are put behind it. */
  pdfParts: (kind: 'cmaps' | 'iccs' | 'standard_fonts' | 'wasm') => `/pdf-parts/${kind}/`,
  data: {
    customers: '/data/customers',
    customerCount: '/data/customers/count',
    customerSearch: '/data/customers/search',
    duplicates: '/data/customers/duplicates',
    customer: (submissionId: string) => `/data/customers/${id(submissionId)}`,
    activity: (submissionId: string) => `/data/customers/${id(submissionId)}/activity`,
    report: (submissionId: string) => `/data/customers/${id(submissionId)}/report`,
    capture: (submissionId: string) => `/data/customers/${id(submissionId)}/form`,
    /** Uploads go to it; `…/archive` is all of them as a ZIP. */
    documents: (submissionId: string) => `/data/customers/${id(submissionId)}/documents`,
    documentArchive: (submissionId: string) => `/data/customers/${id(submissionId)}/documents/archive`,
    document: (submissionId: string, documentId: string) =>
      `/data/customers/${id(submissionId)}/documents/${id(documentId)}`,
    documentPreview: (submissionId: string, documentId: string) =>
      `/data/customers/${id(submissionId)}/documents/${id(documentId)}/preview`,
    documentReaders: (submissionId: string, documentId: string) =>
      `/data/customers/${id(submissionId)}/documents/${id(documentId)}/readers`,
    portal: {
      signOut: '/data/portal/sign-out',
      form: '/data/portal/form',
      documents: '/data/portal/documents',
      document: (documentId: string) => `/data/portal/documents/${id(documentId)}`,
      documentPreview: (documentId: string) => `/data/portal/documents/${id(documentId)}/preview`,
    },
    cases: '/data/cases',
    caseCounts: '/data/cases/counts',
    reasons: '/data/reasons',
    case: (submissionId: string) => `/data/customers/${id(submissionId)}/case`,
    notes: (submissionId: string) => `/data/customers/${id(submissionId)}/notes`,
    whatIf: (submissionId: string) => `/data/customers/${id(submissionId)}/what-if`,
    versions: (submissionId: string) => `/data/customers/${id(submissionId)}/versions`,
    dashboard: '/data/dashboard',
    riskModel: '/data/risk-model',
    riskModelVersion: (version: number) => `/data/risk-model/${version}`,
    riskModelFile: (version: number) => `/data/risk-model/${version}/file`,
    trialMoves: (trialId: string) => `/data/risk-model/trials/${id(trialId)}`,
    employees: '/data/employees',
    forms: '/data/forms',
    users: '/data/users',
    outbox: '/data/outbox',
    jobs: '/data/jobs',
  },
} as const;

/** A path with a query; empty values are left out. */
export function withQuery(
  path: string,
  query: Record<string, string | readonly string[] | undefined>,
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of typeof value === 'string' ? [value] : (value ?? [])) if (one) search.append(name, one);
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}
