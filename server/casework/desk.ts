import 'server-only';
import type { Role } from '@/lib/auth/permissions';
import type { KycApi, KycCall } from '@/lib/kyc/api';
import { KycError } from '@/lib/kyc/contract/errors';
import type { CustomerView, DuplicateQuery } from '@/lib/kyc/customer-list';
import { database } from '../db/client';
import type { DirectoryRow } from '../db/queries/directory';
import {
  countCustomers,
  type DirectoryReader,
  findCustomer,
  listCustomers,
  possibleDuplicates,
  searchCustomers,
} from './directory';
import { readProfile } from './profile';

type Session = { tenantId: string; user: { role: Role; employeeId: string | null } };

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
    /** The customer, or a 404 that is the same for a foreign and for an unknown id. */
    async get(submissionId: string): Promise<DirectoryRow> {
      const customer = await findCustomer(db, reader, submissionId);
      if (customer === undefined) throw new KycError(404);
      return customer;
    },
    profile: (api: KycApi, call: KycCall, customer: DirectoryRow) =>
      readProfile(api, db, call, customer, new Date()),
  };
}
