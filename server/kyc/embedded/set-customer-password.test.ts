import { and, eq, isNull } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/new-id';
import { activityOf } from '../../audit/read';
import { consumeLink } from '../../auth/links';
import { customerCredentials, mails, oneTimeLinks } from '../../db/schema';
import { describeOnEachDatabase } from '../../db/testing';
import { inTransaction } from '../../db/transaction';
import { openBody } from '../../mail/seal';
import { deriveKey } from '../../secrets';
import { embeddedKyc } from '.';
import { aCall, aCompany, aForm, anEmployee, aPerson, NOW, TENANT } from './fixtures.suite';

describeOnEachDatabase('sending a password link', (kit) => {
  const kyc = () => embeddedKyc({ db: kit.db(), clock: () => NOW, newId });
  const ground = { employeeId: '', formId: '' };

  beforeAll(async () => {
    ground.employeeId = await anEmployee(kit.db());
    ground.formId = await aForm(kit.db());
  });

  const notFound = expect.objectContaining({ name: 'KycError', code: 404 });
  async function aCustomer(customerEmail = `jane.${newId()}@yopmail.com`) {
    const input = aPerson(ground, { customerEmail, sendEmail: false });
    const { submissionId } = await kyc().addCustomer(aCall(), input);
    return { userType: 'IndividualCustomer' as const, submissionId };
  }
  const linksOf = (submissionId: string) =>
    kit.db().select().from(oneTimeLinks).where(eq(oneTimeLinks.subjectId, submissionId));
  const openLinksOf = (submissionId: string) =>
    kit.db().$count(oneTimeLinks, and(eq(oneTimeLinks.subjectId, submissionId), isNull(oneTimeLinks.usedAt)));
  const mailsOf = (submissionId: string) =>
    kit.db().select().from(mails).where(eq(mails.submissionId, submissionId)).orderBy(mails.id);
  const sessionVersion = async (submissionId: string) => {
    const rows = await kit
      .db()
      .select()
      .from(customerCredentials)
      .where(eq(customerCredentials.submissionId, submissionId));
    return rows[0]?.sessionVersion;
  };

  it('answers with the id and the masked address', async () => {
    const customer = await aCustomer(`johndoe@${newId()}.com`);
    const answer = await kyc().setCustomerPassword(aCall(), customer);
    expect(answer).toEqual({
      submissionId: customer.submissionId,
      emailSentTo: expect.stringMatching(/^j•••e@/),
    });
  });

  it('mails a link that works once, for 60 minutes, and stores only its hash', async () => {
    const customer = await aCustomer();
    await kyc().setCustomerPassword(aCall(), customer);
    const [link, ...moreLinks] = await linksOf(customer.submissionId);
    const [mail, ...moreMails] = await mailsOf(customer.submissionId);
    expect([moreLinks, moreMails]).toEqual([[], []]);
    expect(link?.expiresAt).toEqual(new Date(NOW.getTime() + 60 * 60_000));
    expect(mail).toMatchObject({ kind: 'password_link', state: 'queued' });
    const { text } = openBody(deriveKey('mail'), mail?.id ?? '', mail?.sealedBody ?? Buffer.alloc(0));
    const token = /#([\w-]{43})/.exec(text)?.[1] ?? '';
    expect(JSON.stringify([link, mail])).not.toContain(token);
    const use = () => inTransaction(kit.db(), (tx) => consumeLink(tx, token, 'customer_password', NOW));
    expect(await use()).toMatchObject({ tenantId: TENANT, subjectId: customer.submissionId });
    expect(await use()).toBeUndefined();
  });

  it("ends the customer's sessions and earlier links each time, and other customers' never", async () => {
    const customer = await aCustomer();
    const bystander = await aCustomer();
    await kyc().setCustomerPassword(aCall(), bystander);
    await kyc().setCustomerPassword(aCall(), customer);
    const before = (await sessionVersion(customer.submissionId)) ?? 0;
    await kyc().setCustomerPassword(aCall(), customer);
    expect(await sessionVersion(customer.submissionId)).toBe(before + 1);
    expect(await openLinksOf(customer.submissionId)).toBe(1);
    expect(await openLinksOf(bystander.submissionId)).toBe(1);
  });

  it('leaves one open link of many that are asked for at once', async () => {
    const customer = await aCustomer();
    await Promise.all(Array.from({ length: 8 }, () => kyc().setCustomerPassword(aCall(), customer)));
    expect(await linksOf(customer.submissionId)).toHaveLength(8);
    expect(await openLinksOf(customer.submissionId)).toBe(1);
  });

  it('puts the request on record with its reason, and never the link', async () => {
    const customer = await aCustomer();
    const call = aCall({ reason: 'Lost access, checked by phone' });
    await kyc().setCustomerPassword(call, customer);
    const { events } = await activityOf(kit.db(), TENANT, customer.submissionId);
    expect(events.slice(0, 2)).toMatchObject([
      { type: 'mail.queued', data: { kind: 'password_link' } },
      { type: 'credentials.reset_requested', data: { reason: 'Lost access, checked by phone' } },
    ]);
    expect(JSON.stringify(events)).not.toContain('#');
  });

  it("is a 404 for an unknown id, the other kind's and another tenant's, and changes nothing", async () => {
    const customer = await aCustomer();
    const company = await kyc().addCustomer(aCall(), aCompany(ground, { sendEmail: false }));
    for (const [call, input] of [
      [aCall(), { ...customer, submissionId: 'unknown' }],
      [aCall(), { ...customer, userType: 'LegalCustomer' }],
      [aCall(), { ...customer, submissionId: company.submissionId }],
      [aCall({ tenantId: 'other' }), customer],
    ] as const) {
      await expect(kyc().setCustomerPassword(call, input)).rejects.toEqual(notFound);
    }
    expect(await linksOf(customer.submissionId)).toEqual([]);
    expect(await mailsOf(company.submissionId)).toEqual([]);
  });

  describe('under an idempotency key', () => {
    it('mails one link for any number of repeats', async () => {
      const call = aCall({ idempotencyKey: newId() });
      const customer = await aCustomer();
      const first = await kyc().setCustomerPassword(call, customer);
      expect(await kyc().setCustomerPassword(call, customer)).toEqual(first);
      expect(await mailsOf(customer.submissionId)).toHaveLength(1);
      expect(await sessionVersion(customer.submissionId)).toBe(1);
    });

    it('mails one link for concurrent repeats', async () => {
      const call = aCall({ idempotencyKey: newId() });
      const customer = await aCustomer();
      const outcomes = await Promise.allSettled(
        Array.from({ length: 8 }, () => kyc().setCustomerPassword(call, customer)),
      );
      expect(outcomes.some(({ status }) => status === 'fulfilled')).toBe(true);
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 409 });
      }
      expect(await mailsOf(customer.submissionId)).toHaveLength(1);
    });

    it("refuses another customer's id", async () => {
      const call = aCall({ idempotencyKey: newId() });
      await kyc().setCustomerPassword(call, await aCustomer());
      const another = await aCustomer();
      await expect(kyc().setCustomerPassword(call, another)).rejects.toMatchObject({ code: 422 });
      expect(await mailsOf(another.submissionId)).toEqual([]);
    });
  });
});
