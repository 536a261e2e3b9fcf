import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { KYC_STATES } from '@/lib/kyc/contract/lists';
import { MOVES } from '@/lib/kyc/states';
import { newId } from '@/lib/new-id';
import { decided, moveTo } from '../kyc/embedded/fixtures.suite';
import { ids, layGround, TENANTS } from '../kyc/ground.suite';
import { projectSubmission } from './queries/directory-project';
import {
  answerRequest,
  insertRequest,
  openRequests,
  type RequestRow,
  withdrawRequest,
} from './queries/requests';
import {
  customers,
  directory,
  documentReviews,
  informationRequests,
  profileVersions,
  submissions,
} from './schema';
import { describeOnEachDatabase } from './testing';
import { inTransaction } from './transaction';

const [tenantId] = TENANTS;
const at = new Date('2026-03-01T10:00:00Z');
const violation = expect.objectContaining({ cause: expect.objectContaining({ code: '23000' }) });

describeOnEachDatabase('what the database itself holds to', (kit) => {
  beforeAll(() => layGround(kit.db()));

  async function aSubmission(kycState: (typeof KYC_STATES)[number]): Promise<string> {
    const id = newId();
    const email = `${id}@example.com`;
    const person = { userType: 'IndividualCustomer', firstName: 'Ada', lastName: 'Byron' } as const;
    await kit
      .db()
      .insert(customers)
      .values({ ...person, id, tenantId, email, emailKey: email, createdAt: at });
    await kit.db().insert(submissions).values({
      id,
      tenantId,
      customerId: id,
      formId: ids.anyForm,
      formVersion: 1,
      employeeId: ids.employee,
      kycState,
      submissionClassification: 'Retail',
      approvalClassificationState: 'Pending',
      createdAt: at,
      updatedAt: at,
    });
    await inTransaction(kit.db(), (tx) => projectSubmission(tx, id));
    return id;
  }

  test.each(KYC_STATES.flatMap((from) => KYC_STATES.map((to) => [from, to] as const)))(
    'a submission moves from %s to %s only where the states say so',
    async (from, to) => {
      const id = await aSubmission(from);
      const move = moveTo(kit.db(), id, to);
      if (from === to || MOVES[from].includes(to)) await expect(move).resolves.toBeUndefined();
      else await expect(move).rejects.toEqual(violation);
    },
  );

  test.each(['Approved', 'Rejected'] as const)(
    'a submission is %s by a decision about it alone',
    async (state) => {
      const id = await aSubmission('ComplianceReview');
      const move = () => kit.db().update(submissions).set({ kycState: state }).where(eq(submissions.id, id));
      await expect(move()).rejects.toEqual(violation);
      await decided(kit.db(), id, state === 'Approved' ? 'Rejected' : 'Approved');
      await expect(move()).rejects.toEqual(violation);
      await decided(kit.db(), id, state);
      await kit.db().update(submissions).set({ version: 2 }).where(eq(submissions.id, id));
      await expect(move()).rejects.toEqual(violation);
      await decided(kit.db(), id, state);
      await expect(move()).resolves.toBeDefined();
    },
  );

  describe('a request for information', () => {
    async function aRequest(more: Partial<RequestRow> = {}): Promise<RequestRow> {
      const request: RequestRow = {
        id: newId(),
        tenantId,
        submissionId: await aSubmission('ComplianceReview'),
        fieldId: 'country',
        documentTypeId: null,
        documentId: null,
        reason: 'moreDetail',
        words: 'Where do you live most of the year?',
        requestedBy: 'officer-1',
        createdAt: at,
        answeredAt: null,
        withdrawnAt: null,
        ...more,
      };
      await inTransaction(kit.db(), (tx) => insertRequest(tx, request));
      return request;
    }
    const set = (id: string, row: Partial<RequestRow>) =>
      kit.db().update(informationRequests).set(row).where(eq(informationRequests.id, id));
    const by = { kind: 'staff', id: 'officer-1' } as const;
    const withdraw: typeof answerRequest = (tx, request, moment) =>
      withdrawRequest(tx, request, { by, at: moment });
    const close = (how: typeof answerRequest, request: RequestRow) =>
      inTransaction(kit.db(), (tx) => how(tx, request, at));

    test('is open until it is answered or withdrawn, and closed once', async () => {
      for (const [how, other] of [
        [answerRequest, withdraw],
        [withdraw, answerRequest],
      ] as const) {
        const request = await aRequest();
        const open = () => openRequests(kit.db(), tenantId, request.submissionId);
        expect(await open()).toEqual([request]);
        expect(await openRequests(kit.db(), 'other-tenant', request.submissionId)).toEqual([]);
        expect(await close(how, request)).toMatchObject({ id: request.id });
        expect(await open()).toEqual([]);
        expect(await close(other, request)).toBeUndefined();
        await expect(set(request.id, { answeredAt: at, withdrawnAt: at })).rejects.toEqual(violation);
        await expect(set(request.id, { answeredAt: null, withdrawnAt: null })).rejects.toEqual(violation);
      }
    });

    test('stays what it was asked as', async () => {
      const { id } = await aRequest();
      for (const change of [
        { words: 'Something else' },
        { fieldId: 'purpose' },
        { reason: 'other', answeredAt: at },
        { answeredAt: at, withdrawnAt: at },
      ] as const) {
        await expect(set(id, change)).rejects.toEqual(violation);
      }
      const removal = kit.db().delete(informationRequests).where(eq(informationRequests.id, id));
      await expect(removal).rejects.toEqual(violation);
    });

    test('raises the version of its submission, in the directory too, when it is made and when it is withdrawn', async () => {
      const request = await aRequest();
      const version = () =>
        kit
          .db()
          .select({ submission: submissions.version, directory: directory.version })
          .from(submissions)
          .innerJoin(directory, eq(directory.submissionId, submissions.id))
          .where(eq(submissions.id, request.submissionId));
      expect(await version()).toEqual([{ submission: 2, directory: 2 }]);
      await close(withdraw, request);
      expect(await version()).toEqual([{ submission: 3, directory: 3 }]);
      const kept = await kit
        .db()
        .select()
        .from(profileVersions)
        .where(eq(profileVersions.submissionId, request.submissionId))
        .orderBy(profileVersions.version);
      const of = { at, actorKind: 'staff', actorId: 'officer-1', kycState: 'ComplianceReview' };
      expect(kept).toMatchObject([
        { ...of, version: 2, trigger: 'information.requested' },
        { ...of, version: 3, trigger: 'information.withdrawn' },
      ]);
    });

    test('of a submission that somebody else holds leaves the directory as it was told', async () => {
      const submissionId = newId();
      await kit.db().execute(sql`
        insert into directory (submission_id, tenant_id, user_type, display_name, email, email_key, employee_id,
          employee_name, form_id, form_name, kyc_state, version, created_at, updated_at)
        values (${submissionId}, ${tenantId}, 'LegalCustomer', 'Far Ltd', '', '', 'e', 'E', 'f', 'F', 'Approved', 7, now(), now())`);
      await aRequest({ submissionId });
      const [line] = await kit.db().select().from(directory).where(eq(directory.submissionId, submissionId));
      expect(line?.version).toBe(7);
    });
  });

  test('what compliance said of a document is never changed or removed', async () => {
    const id = newId();
    const submissionId = await aSubmission('ComplianceReview');
    const said = { decision: 'accepted', documentId: 'document-1', reviewedBy: 'officer-1' } as const;
    await kit
      .db()
      .insert(documentReviews)
      .values({ ...said, id, tenantId, submissionId, createdAt: at });
    const own = eq(documentReviews.id, id);
    const change = kit.db().update(documentReviews).set({ decision: 'askedAgain' }).where(own);
    await expect(change).rejects.toEqual(violation);
    await expect(kit.db().delete(documentReviews).where(own)).rejects.toEqual(violation);
  });
});
