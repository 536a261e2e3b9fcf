import type { DocumentType } from '@/lib/kyc/contract/lists';
import type { RequestReason } from '@/lib/kyc/requests';

/** Something that compliance asked a demo customer for again, and waits for. */
export type DemoRequest = {
  fieldName: string;
  /** Where a document is asked for: what it is filed as. */
  documentTypeId: DocumentType | null;
  reason: RequestReason;
  /** What the customer reads. */
  words: string;
};

/** What is asked for again, by the customer's e-mail address: one under review, and one who was refused. */
export const DEMO_REQUESTS: Readonly<Record<string, readonly DemoRequest[]>> = {
  'layla.alkhatib@mail.example': [
    {
      fieldName: 'AddressEvidence',
      documentTypeId: 'ProofofAddress',
      reason: 'tooOld',
      words:
        'The electricity bill that you sent is more than three months old. Please upload a newer bill, a bank statement or a tenancy contract that shows your name and the address in Jumeirah.',
    },
  ],
  'v.hollander@mail.example': [
    {
      fieldName: 'SourceOfWealth',
      documentTypeId: null,
      reason: 'moreDetail',
      words:
        'You wrote that your exchange records before 2020 are no longer available. Please describe how your wealth arose until then, with the years and amounts that you can still prove, so that we can look at your application again.',
    },
  ],
};
