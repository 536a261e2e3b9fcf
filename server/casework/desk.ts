import 'server-only';
import { may, mayReadProfiles, type Role } from '@/lib/auth/permissions';
import type { KycApi, KycCall } from '@/lib/kyc/api';
import { KycError } from '@/lib/kyc/contract/errors';
import { known, USER_TYPES } from '@/lib/kyc/contract/lists';
import type { ReportFile } from '@/lib/kyc/contract/profiles';
import type { CustomerView, DuplicateQuery } from '@/lib/kyc/customer-list';
import { REPORT_OPERATION } from '@/lib/kyc/vocabulary';
import { newId } from '@/lib/new-id';
import type { PaperForm } from '@/lib/risk/what-if';
import { database } from '../db/client';
import type { DirectoryRow } from '../db/queries/directory';
import { customerActivity } from './activity';
import { captureView } from './capture';
import {
  countCustomers,
  type DirectoryReader,
  findCustomer,
  listCustomers,
  listItem,
  possibleDuplicates,
  searchCustomers,
} from './directory';
import { documentReaders } from './document-readers';
import { readProfile } from './profile';
import { profileAdditions } from './profile-additions';
import { profilePage } from './profile-page';
import { closeReturned } from './returned';
import type { PastAssessment } from './risk-lines';
import { recordView } from './views';

type Session = { tenantId: string; user: { role: Role; employeeId: string | null } };

/** What this part needs of the office (`server/kyc/office.ts`): the history of assessments, the newest first. */
type History = { assessments: (call: KycCall, submissionId: string) => Promise<PastAssessment[]> };

type Paper = { paperForm: (call: KycCall, submissionId: string) => Promise<PaperForm> };

/** The staff's own work on customers, as one signed-in person may do it, on the process's database. */
export async function caseDesk({ tenantId, user }: Session) {
  const { db } = await database();
  const reader: DirectoryReader = { tenantId, role: user.role, employeeId: user.employeeId };
  return {
    reader,
    list: (view: CustomerView) => listCustomers(db, reader, view),
    count: (view: CustomerView) => countCustomers(db, reader, view),
    search: (words: string) => searchCustomers(db, reader, words),
    duplicates: (query: DuplicateQuery) => possibleDuplicates(db, reader, query),
    /** The customer, or undefined for a foreign and for an unknown id alike. */
    find: (submissionId: string) => findCustomer(db, reader, submissionId),
    /** What this person may see of a customer besides its profile. */
    item: (customer: DirectoryRow) => listItem(customer, reader),
    /** The customer, or a 404 that is the same for a foreign and for an unknown id. */
    async get(submissionId: string): Promise<DirectoryRow> {
      const customer = await findCustomer(db, reader, submissionId);
      if (customer === undefined) throw new KycError(404);
      return customer;
    },
    /** The customer's profile as the page shows it; the view is on record before it is handed out. */
    async profile(api: KycApi, office: History | undefined, call: KycCall, customer: DirectoryRow) {
      const { submissionId } = customer;
      const read = await readProfile(api, db, call, customer, new Date());
      const assessments = (await office?.assessments(call, submissionId)) ?? null;
      // The engine closes its own requests; of somebody else's we see in the profile that they came back.
      if (office === undefined && !read.stale) await closeReturned(db, call, read.profile, submissionId);
      const additions = await profileAdditions(api, db, call, read.profile, submissionId);
      const page = profilePage(customer, read, assessments, additions, may(user.role, 'queue:read'));
      const data = { version: page.header.version };
      await recordView(db, call, { type: 'profile.viewed', submissionId, data }, now());
      return page;
    },
    /** The customer's form as it is filled in; that it was seen is on record before it is handed out. */
    async capture(api: KycApi, call: KycCall, customer: DirectoryRow) {
      const view = await captureView(api, db, call, customer);
      const { submissionId, version } = view;
      await recordView(db, call, { type: 'profile.viewed', submissionId, data: { version } }, now());
      return view;
    },
    /** The questions that may be changed on paper, with their answers; that they were seen is on record before they are handed out. */
    async paperForm(office: Paper, call: KycCall, customer: DirectoryRow): Promise<PaperForm> {
      const { submissionId, version } = customer;
      const form = await office.paperForm(call, submissionId);
      await recordView(db, call, { type: 'profile.viewed', submissionId, data: { version } }, now());
      return form;
    },
    /** The customer's report; the download is on record before the bytes go out. */
    async report(api: KycApi, call: KycCall, customer: DirectoryRow): Promise<ReportFile> {
      const { submissionId, version } = customer;
      const userType = known(USER_TYPES, customer.userType) ?? 'IndividualCustomer';
      const file = await api[REPORT_OPERATION[userType]](call, { submissionId });
      const data = { version, bytes: file.bytes.byteLength };
      await recordView(db, call, { type: 'report.downloaded', submissionId, data }, now());
      return file;
    },
    documentReaders: (submissionId: string, documentId: string) =>
      documentReaders(db, tenantId, submissionId, documentId),
    activity: (submissionId: string, after: string | undefined) =>
      customerActivity(db, tenantId, submissionId, after, {
        profiles: mayReadProfiles(user.role),
        decisions: may(user.role, 'queue:read'),
      }),
  };
}

const now = () => ({ at: new Date(), id: newId() });
