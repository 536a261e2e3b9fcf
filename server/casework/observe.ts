import 'server-only';
import type { KycApi, KycCall } from '@/lib/kyc/api';
import type { AddCustomerInput } from '@/lib/kyc/contract/customers';
import { KycError } from '@/lib/kyc/contract/errors';
import type { OperationOutput } from '@/lib/kyc/contract/operations';
import { emailKey } from '@/lib/kyc/contract/text';
import { displayName } from '@/lib/kyc/vocabulary';
import type { AuditEvent } from '../audit/events';
import { record } from '../audit/record';
import type { Database } from '../db/client';
import { upsertEntry } from '../db/queries/directory-project';
import { inTransaction } from '../db/transaction';
import { keepSnapshot } from './snapshots';

type Parts = { db: Database; clock: () => Date; newId: () => string };

/**
 * Somebody else's KYC API with our own record around it: every write leaves a row that it was tried and a row how it ended
 * (`succeeded`, `refused`, `unknown`), a customer created there stands in our directory at once, and every profile read is
 * kept. A document leaves a row once it was taken or deleted there. The embedded engine needs none of this: it writes all of it in
 * the change's own transaction.
 */
export function observeRemote(api: KycApi, parts: Parts): KycApi {
  const put = (call: KycCall, ...events: AuditEvent[]) =>
    inTransaction(parts.db, async (tx) => {
      for (const event of events) await record(tx, contextOf(call, parts), event);
    });
  const readProfile =
    (operation: 'getIndividualProfile' | 'getLegalProfile'): KycApi[typeof operation] =>
    async (call, input) => {
      const profile = await api[operation](call, input);
      await keepSnapshot(parts.db, call.tenantId, input.submissionId, profile, parts.clock());
      return profile;
    };

  return {
    ...api,
    getIndividualProfile: readProfile('getIndividualProfile'),
    getLegalProfile: readProfile('getLegalProfile'),

    async addCustomer(call, input) {
      const attemptId = parts.newId();
      const { userType, employeeId, formId } = input;
      await put(call, {
        type: 'customer.creation_tried',
        submissionId: null,
        data: { attemptId, userType, employeeId, formId },
      });
      try {
        const result = await api.addCustomer(call, input);
        const names = await namesOf(api, call, input);
        await inTransaction(parts.db, async (tx) => {
          const entry = newEntry(call.tenantId, result.submissionId, input, names, parts.clock());
          await upsertEntry(tx, entry, entry);
          await record(tx, contextOf(call, parts), {
            type: 'customer.creation_settled',
            submissionId: result.submissionId,
            data: { attemptId, outcome: 'succeeded', code: null },
          });
        });
        return result;
      } catch (error) {
        await put(call, {
          type: 'customer.creation_settled',
          submissionId: null,
          data: { attemptId, ...outcomeOf(error) },
        });
        throw error instanceof KycError ? error : new KycError(500, { outcomeUnknown: true, cause: error });
      }
    },

    async uploadDocuments(call, input) {
      const items = await api.uploadDocuments(call, input);
      await put(call, ...items.map((item) => documentEvent('document.recorded', input.submissionId, item)));
      return items;
    },

    async deleteDocuments(call, input) {
      const { submissionId, ids } = input;
      const before = await api.listDocuments(call, { submissionId });
      const said = await api.deleteDocuments(call, input);
      const gone = before.filter(({ id }) => ids.includes(id));
      await put(call, ...gone.map((item) => documentEvent('document.deleted', submissionId, item)));
      return said;
    },

    async setCustomerPassword(call, input) {
      const { submissionId } = input;
      await put(call, {
        type: 'credentials.reset_requested',
        submissionId,
        data: { reason: call.reason ?? null },
      });
      try {
        const result = await api.setCustomerPassword(call, input);
        await put(call, {
          type: 'credentials.reset_settled',
          submissionId,
          data: { outcome: 'succeeded', code: null },
        });
        return result;
      } catch (error) {
        await put(call, { type: 'credentials.reset_settled', submissionId, data: outcomeOf(error) });
        throw error;
      }
    },
  };
}

function contextOf(call: KycCall, parts: Parts) {
  const { tenantId, actor, requestId } = call;
  return { tenantId, actor, requestId, at: parts.clock(), id: parts.newId() };
}

type Item = OperationOutput<'listDocuments'>[number];

function documentEvent(
  type: 'document.recorded' | 'document.deleted',
  submissionId: string,
  { id, documentTypeId, shA256Hash }: Item,
): AuditEvent {
  return { type, submissionId, data: { documentId: id, documentTypeId, sha256: shA256Hash } };
}

function outcomeOf(error: unknown) {
  const refused = error instanceof KycError && !error.outcomeUnknown;
  return {
    outcome: refused ? ('refused' as const) : ('unknown' as const),
    code: error instanceof KycError ? error.code : null,
  };
}

/** The names that the list shows; a directory line without them is better than none, so a failed read leaves the ids. */
async function namesOf(api: KycApi, call: KycCall, input: AddCustomerInput) {
  const [employees, forms] = await Promise.all([
    api.getEmployees(call, {}).catch(() => []),
    api.listForms(call, {}).catch(() => ({ forms: [] })),
  ]);
  return {
    employeeName: employees.find(({ id }) => id === input.employeeId)?.name ?? input.employeeId,
    formName: forms.forms.find(({ id }) => id === input.formId)?.name ?? input.formId,
  };
}

function newEntry(
  tenantId: string,
  submissionId: string,
  input: AddCustomerInput,
  names: { employeeName: string; formName: string },
  at: Date,
) {
  return {
    submissionId,
    tenantId,
    userType: input.userType,
    displayName: displayName(input) ?? submissionId,
    tradingName: input.legalEntityCustomer?.tradingName || null,
    registrationNumber: input.legalEntityCustomer?.registrationNumber ?? null,
    email: input.customerEmail,
    emailKey: emailKey(input.customerEmail),
    employeeId: input.employeeId,
    formId: input.formId,
    ...names,
    kycState: 'New',
    createdAt: at,
    updatedAt: at,
  };
}
