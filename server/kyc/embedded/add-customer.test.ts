import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { addCustomerInput } from '@/lib/kyc/contract/customers';
import { KycError } from '@/lib/kyc/contract/errors';
import { parseInput } from '@/lib/kyc/contract/parse';
import { newId } from '@/lib/new-id';
import { activityOf } from '../../audit/read';
import { projectSubmission } from '../../db/queries/directory-project';
import { ANSWERS_KEPT_MS, forgetAnswersBefore } from '../../db/queries/idempotency';
import {
  customers,
  directory,
  formVersions,
  idempotencyKeys,
  mails,
  riskAssessments,
  submissions,
} from '../../db/schema';
import { describeOnEachDatabase } from '../../db/testing';
import { inTransaction } from '../../db/transaction';
import { embeddedKyc } from '.';
import { aCall, aCompany, aForm, anEmployee, aPerson, NOW, TENANT } from './fixtures.suite';

describeOnEachDatabase('adding a customer', (kit) => {
  let now = NOW;
  const parts = () => ({ db: kit.db(), clock: () => now, newId });
  const kyc = () => embeddedKyc(parts());
  const ground = { employeeId: '', formId: '' };

  beforeAll(async () => {
    ground.employeeId = await anEmployee(kit.db());
    ground.formId = await aForm(kit.db());
  });

  const refusal = (code: number, ...messages: string[]) =>
    expect.objectContaining({ name: 'KycError', code, ...(messages.length ? { messages } : {}) });
  const customersWith = (email: string) => kit.db().$count(customers, eq(customers.email, email));
  const only = async <T>(rows: Promise<T[]>): Promise<T> => {
    const [row, ...more] = await rows;
    if (row === undefined || more.length > 0) throw new Error('expected exactly one row');
    return row;
  };

  describe('accepted', () => {
    it('stores a person with a new submission, in state New and without progress', async () => {
      const input = aPerson(ground);
      const { submissionId } = await kyc().addCustomer(aCall(), input);
      const submission = await only(
        kit.db().select().from(submissions).where(eq(submissions.id, submissionId)),
      );
      expect(submission).toMatchObject({
        tenantId: TENANT,
        employeeId: ground.employeeId,
        formId: ground.formId,
        formVersion: 1,
        kycState: 'New',
        onboardingProgress: 0,
        version: 1,
      });
      const customer = await only(
        kit.db().select().from(customers).where(eq(customers.id, submission.customerId)),
      );
      expect(customer).toMatchObject({
        userType: 'IndividualCustomer',
        email: input.customerEmail,
        firstName: 'John',
        lastName: 'Doe',
        fullName: null,
      });
    });

    it('stores a legal entity, without a trading name too', async () => {
      const legalEntityCustomer = { fullName: 'Quiet Ltd', registrationNumber: '77', tradingName: '' };
      const { submissionId } = await kyc().addCustomer(aCall(), aCompany(ground, { legalEntityCustomer }));
      const row = await only(
        kit.db().select().from(directory).where(eq(directory.submissionId, submissionId)),
      );
      expect(row).toMatchObject({
        userType: 'LegalCustomer',
        displayName: 'Quiet Ltd',
        registrationNumber: '77',
        tradingName: null,
      });
    });

    it('puts the very line into the directory that a later projection writes', async () => {
      for (const input of [aPerson(ground), aCompany(ground)]) {
        const { submissionId } = await kyc().addCustomer(aCall(), input);
        const line = () =>
          only(kit.db().select().from(directory).where(eq(directory.submissionId, submissionId)));
        const before = await line();
        await inTransaction(kit.db(), (tx) => projectSubmission(tx, submissionId));
        expect(await line()).toEqual(before);
      }
    });

    it('assesses the risk, provisionally because nothing is answered', async () => {
      const { submissionId } = await kyc().addCustomer(aCall(), aPerson(ground));
      const assessment = await only(
        kit.db().select().from(riskAssessments).where(eq(riskAssessments.submissionId, submissionId)),
      );
      expect(assessment).toMatchObject({ isProvisional: true, trigger: 'customer.created', assessedAt: NOW });
      expect(assessment.detail.factors?.length).toBeGreaterThan(0);
      expect(assessment.riskLevelId).toBe(assessment.calculatedRiskLevelId);
    });

    it('puts creation, assessment and mail on record, with the actor and the request', async () => {
      const { submissionId } = await kyc().addCustomer(aCall({ requestId: 'r-77' }), aPerson(ground));
      const { events } = await activityOf(kit.db(), TENANT, submissionId);
      expect(events.map((event) => event.type)).toEqual(['mail.queued', 'risk.assessed', 'customer.created']);
      expect(events.at(-1)).toMatchObject({
        requestId: 'r-77',
        actor: { kind: 'apiClient', id: 'demo-app' },
        data: { userType: 'IndividualCustomer', ...ground, sendEmail: true },
      });
    });

    it('queues the welcome mail only where it is wanted', async () => {
      const mailsOf = async (sendEmail: boolean) => {
        const { submissionId } = await kyc().addCustomer(aCall(), aPerson(ground, { sendEmail }));
        return kit.db().select().from(mails).where(eq(mails.submissionId, submissionId));
      };
      expect(await mailsOf(false)).toEqual([]);
      expect(await mailsOf(true)).toMatchObject([{ kind: 'welcome', state: 'queued' }]);
    });

    it("marks the form's version as used, which keeps it from change", async () => {
      const formId = await aForm(kit.db());
      const version = () => kit.db().select().from(formVersions).where(eq(formVersions.formId, formId));
      const rename = () =>
        kit.db().update(formVersions).set({ pages: [] }).where(eq(formVersions.formId, formId));
      expect((await only(version())).usedAt).toBeNull();
      await kyc().addCustomer(aCall(), aPerson({ ...ground, formId }));
      now = new Date('2026-11-23T00:00:00Z');
      await kyc().addCustomer(aCall(), aPerson({ ...ground, formId }));
      now = NOW;
      expect((await only(version())).usedAt).toEqual(NOW);
      await expect(rename()).rejects.toMatchObject({ cause: { code: '23000' } });
    });

    it('keeps names in any script as typed after NFC and trimming, up to 200 characters', async () => {
      const typed: Array<[string, string]> = [
        ['  عبد الرحمن ', 'عبد الرحمن'],
        ['王小明', '王小明'],
        ['Дмитрий', 'Дмитрий'],
        ['Zoe\u0308', 'Zoë'],
        ['👩‍👩‍👧‍👦 Lee', '👩‍👩‍👧‍👦 Lee'],
        ['😀'.repeat(200), '😀'.repeat(200)],
      ];
      for (const [firstName, stored] of typed) {
        const body = aPerson(ground, { individualCustomer: { firstName, lastName: "O'Neil" } });
        const { submissionId } = await kyc().addCustomer(aCall(), parseInput(addCustomerInput, body));
        const profile = await kyc().getIndividualProfile(aCall(), { submissionId });
        expect(profile.submission.individualCustomer).toEqual({ firstName: stored, lastName: "O'Neil" });
        const line = await only(
          kit.db().select().from(directory).where(eq(directory.submissionId, submissionId)),
        );
        expect(line.displayName).toBe(`${stored} O'Neil`);
      }
    });
  });

  describe('refused', () => {
    it('for an unknown, a left and a foreign employee', async () => {
      const others = [
        'nobody',
        await anEmployee(kit.db(), { isActive: false }),
        await anEmployee(kit.db(), { tenantId: 'other' }),
      ];
      for (const employeeId of others) {
        await expect(kyc().addCustomer(aCall(), aPerson({ ...ground, employeeId }))).rejects.toEqual(
          refusal(400, 'employeeId: must be an active employee'),
        );
      }
    });

    it('for an unknown, a retired and a foreign form, and for one of the other kind', async () => {
      const retired = await aForm(kit.db(), { isActive: false });
      const foreign = await aForm(kit.db(), { tenantId: 'other' });
      for (const formId of ['none', retired, foreign]) {
        await expect(kyc().addCustomer(aCall(), aPerson({ ...ground, formId }))).rejects.toEqual(
          refusal(400, 'formId: must be an active form'),
        );
      }
      const formId = await aForm(kit.db(), { entityType: 'LegalEntity' });
      await expect(kyc().addCustomer(aCall(), aPerson({ ...ground, formId }))).rejects.toEqual(
        refusal(400, 'formId: must be a form for IndividualCustomer'),
      );
      await expect(kyc().addCustomer(aCall(), aCompany({ ...ground, formId }))).resolves.toBeDefined();
    });

    it('with every bad field named at once', async () => {
      await expect(kyc().addCustomer(aCall(), aPerson({ employeeId: 'x', formId: 'y' }))).rejects.toEqual(
        refusal(400, 'employeeId: must be an active employee', 'formId: must be an active form'),
      );
    });

    it('for an e-mail address that the tenant has, in whatever case, and for no other tenant', async () => {
      const customerEmail = `Jane.${newId()}@Example.com`;
      await kyc().addCustomer(aCall(), aPerson(ground, { customerEmail }));
      const again = aCompany(ground, { customerEmail: customerEmail.toUpperCase() });
      await expect(kyc().addCustomer(aCall(), again)).rejects.toEqual(refusal(409));
      const elsewhere = {
        employeeId: await anEmployee(kit.db(), { tenantId: 'second' }),
        formId: await aForm(kit.db(), { tenantId: 'second' }),
      };
      const foreign = kyc().addCustomer(aCall({ tenantId: 'second' }), aPerson(elsewhere, { customerEmail }));
      await expect(foreign).resolves.toBeDefined();
    });

    it('leaves nothing behind', async () => {
      const customerEmail = `${newId()}@example.com`;
      await kyc().addCustomer(aCall(), aPerson(ground, { customerEmail }));
      const count = () =>
        kit.db().execute(sql`
        select (select count(*) from customers) as customers, (select count(*) from submissions) as submissions,
          (select count(*) from audit_events) as events, (select count(*) from mails) as mails,
          (select count(*) from directory) as lines, (select count(*) from risk_assessments) as assessments`);
      const before = (await count()).rows;
      await expect(kyc().addCustomer(aCall(), aPerson(ground, { customerEmail }))).rejects.toThrow(KycError);
      expect((await count()).rows).toEqual(before);
    });
  });

  it('creates one customer of fifty concurrent creations with one e-mail address', async () => {
    const customerEmail = `${newId()}@example.com`;
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, (_, index) =>
        kyc().addCustomer(
          aCall(),
          aPerson(ground, { customerEmail: index % 2 ? customerEmail : customerEmail.toUpperCase() }),
        ),
      ),
    );
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(49);
    for (const { reason } of refused) expect(reason).toEqual(refusal(409));
  });

  describe('under an idempotency key', () => {
    const keyed = () => aCall({ idempotencyKey: newId() });

    it('gives the first answer again, once created', async () => {
      const call = keyed();
      const input = aPerson(ground);
      const first = await kyc().addCustomer(call, input);
      expect(await kyc().addCustomer(call, input)).toEqual(first);
      expect(await customersWith(input.customerEmail)).toBe(1);
    });

    it('creates one customer of concurrent repeats; each gets the one answer or a 409', async () => {
      const call = keyed();
      const input = aPerson(ground);
      const outcomes = await Promise.allSettled(
        Array.from({ length: 12 }, () => kyc().addCustomer(call, input)),
      );
      const answers = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
      const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
      expect(new Set(answers.map(({ submissionId }) => submissionId)).size).toBe(1);
      for (const reason of refused) expect(reason).toEqual(refusal(409));
      expect(await customersWith(input.customerEmail)).toBe(1);
      expect(await kyc().addCustomer(call, input)).toEqual(answers[0]);
    });

    it('refuses another body, whatever is wrong with it', async () => {
      const call = keyed();
      await kyc().addCustomer(call, aPerson(ground));
      await expect(kyc().addCustomer(call, aPerson(ground))).rejects.toEqual(refusal(422));
      await expect(kyc().addCustomer(call, aPerson({ ...ground, formId: 'none' }))).rejects.toEqual(
        refusal(422),
      );
    });

    it('is unused after a refusal', async () => {
      const call = keyed();
      await expect(kyc().addCustomer(call, aPerson({ ...ground, formId: 'none' }))).rejects.toEqual(
        refusal(400),
      );
      await expect(kyc().addCustomer(call, aPerson(ground))).resolves.toBeDefined();
    });

    it("is one caller's own", async () => {
      const call = keyed();
      const first = await kyc().addCustomer(call, aPerson(ground));
      const other = { ...call, actor: { kind: 'staff' as const, id: 'demo-app', name: 'Somebody' } };
      expect(await kyc().addCustomer(other, aPerson(ground))).not.toEqual(first);
    });

    it('counts for 24 hours, and is cleaned away after', async () => {
      const call = keyed();
      const input = aPerson(ground);
      const kept = () => kit.db().$count(idempotencyKeys, eq(idempotencyKeys.key, call.idempotencyKey ?? ''));
      const first = await kyc().addCustomer(call, input);
      try {
        now = new Date(NOW.getTime() + 24 * 3_600_000 - 1);
        expect(await kyc().addCustomer(call, input)).toEqual(first);
        now = new Date(NOW.getTime() + 24 * 3_600_000 + 1);
        await expect(kyc().addCustomer(call, input)).rejects.toEqual(refusal(409));
        await expect(kyc().addCustomer(call, aPerson(ground))).resolves.toBeDefined();
        expect(await kept()).toBe(1);
        now = new Date(now.getTime() + 24 * 3_600_000 + 1);
        const since = new Date(now.getTime() - ANSWERS_KEPT_MS);
        expect(await forgetAnswersBefore(kit.db(), since)).toBeGreaterThanOrEqual(1);
        expect(await kept()).toBe(0);
      } finally {
        now = NOW;
      }
    });

    // PGlite has one session, on which two calls cannot be in flight at once.
    if (kit.kind === 'postgres') {
      it('refuses at once while the first call is still in flight', async () => {
        const call = keyed();
        const input = aPerson(ground);
        const clientId = `${TENANT}/apiClient/demo-app`;
        await inTransaction(kit.db(), async (tx) => {
          await tx.insert(idempotencyKeys).values({
            clientId,
            operation: 'addCustomer',
            key: call.idempotencyKey ?? '',
            inputHash: '',
            answer: null,
            createdAt: NOW,
          });
          await expect(kyc().addCustomer(call, input)).rejects.toEqual(
            refusal(409, 'A call under the same idempotency key is still in flight'),
          );
        });
        expect(await customersWith(input.customerEmail)).toBe(0);
      });
    }
  });
});
