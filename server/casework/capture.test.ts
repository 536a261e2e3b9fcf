import { beforeEach, expect, it } from 'vitest';
import type { KycCall } from '@/lib/kyc/api';
import { employees } from '../db/schema';
import { describeOnEachDatabase } from '../db/testing';
import { Capture, COMPLETE, text } from '../kyc/embedded/capture.suite';
import { aCall } from '../kyc/embedded/fixtures.suite';
import { captureNews, captureView, saveCapture, submitCapture } from './capture';
import { findCustomer } from './directory';

describeOnEachDatabase('a form that is filled in', (kit) => {
  let capture: Capture;
  beforeEach(() => {
    capture = new Capture(kit.db);
  });

  const TENANT_READER = { tenantId: aCall().tenantId, role: 'compliance_officer', employeeId: null } as const;
  const customerOf = async (submissionId: string) => {
    const customer = await findCustomer(kit.db(), TENANT_READER, submissionId);
    if (!customer) throw new Error('no such customer');
    return customer;
  };
  const view = async (submissionId: string, call: KycCall = aCall()) =>
    captureView(capture.kyc, kit.db(), call, await customerOf(submissionId));
  const news = async (submissionId: string, since: string | null, engine = true) =>
    captureNews(capture.kyc, kit.db(), aCall(), await customerOf(submissionId), { since, engine });
  const save = async (submissionId: string, answers: Parameters<typeof saveCapture>[4], call = aCall()) =>
    saveCapture(capture.kyc, kit.db(), call, await customerOf(submissionId), answers);

  /** A call that an employee of the KYC API makes. */
  async function asEmployee(): Promise<{ call: KycCall; name: string }> {
    const [employee] = await kit.db().select().from(employees);
    if (!employee) throw new Error('no employee');
    const actor = { kind: 'staff', id: 'user-1', name: 'Rania', employeeId: employee.id } as const;
    return { call: aCall({ actor }), name: employee.name };
  }
  const asCustomer = (submissionId: string) => aCall({ actor: { kind: 'customer', id: submissionId } });

  it('says of every answer who gave it and when, in names', async () => {
    const id = await capture.begin();
    const { call, name } = await asEmployee();
    await capture.save(id, { name: text('Ada') }, asCustomer(id));
    await capture.save(id, { remarks: { fieldTypeId: 'TextArea', textValue: 'Known for years' } }, call);
    const { answers } = await view(id);
    expect(answers.name).toEqual({
      answer: text('Ada'),
      version: 2,
      answeredAt: capture.now.toISOString(),
      by: { kind: 'customer', name: null },
    });
    expect(answers.remarks?.by).toEqual({ kind: 'employee', name });
  });

  it('gives back after a save how things stand, with the versions that the next save is based on', async () => {
    const id = await capture.begin();
    const saved = await save(id, [{ fieldId: 'name', answer: text('Ada'), basedOn: 0 }]);
    const version = saved.view.answers.name?.version ?? 0;
    expect(saved.view).toMatchObject({ kycState: 'Onboarding', version, editable: { kind: 'all' } });
    expect(saved.view).not.toHaveProperty('pages');
    const again = await save(id, [{ fieldId: 'name', answer: text('Ada King'), basedOn: version }]);
    expect(again.view.answers.name?.answer).toEqual(text('Ada King'));
    const back = await save(id, [{ fieldId: 'name', answer: null }]);
    expect(back.view.answers).not.toHaveProperty('name');
  });

  it('refuses what somebody else changed since, and saves nothing of it', async () => {
    const id = await capture.begin();
    await capture.save(id, { name: text('Ada') });
    await expect(
      save(id, [
        { fieldId: 'remarks', answer: { fieldTypeId: 'TextArea', textValue: 'x' } },
        { fieldId: 'name', answer: text('Grace'), basedOn: 0 },
      ]),
    ).rejects.toMatchObject({ code: 409, fields: [{ path: 'answers[1]' }] });
    expect(Object.keys((await view(id)).answers)).toEqual(['name']);
  });

  it('tells in short that nothing is new, and everything as soon as something is', async () => {
    const id = await capture.standing('ComplianceReview');
    const { stamp } = await view(id);
    expect(await news(id, stamp)).toEqual({ unchanged: true });
    expect(await news(id, null)).toMatchObject({ stamp });
    // Somebody else's server is asked in any case: our directory knows its version from the last reading only.
    expect(await news(id, stamp, false)).toMatchObject({ stamp });
    await capture.ask(id, { fieldId: 'name' });
    const asked = await news(id, stamp);
    expect(asked).toMatchObject({ editable: { kind: 'asked', fieldIds: ['name'] } });
    if (!('stamp' in asked)) throw new Error('unchanged');
    await capture.save(id, { name: text('Ada King') });
    expect(await news(id, asked.stamp)).toMatchObject({ answers: { name: { answer: text('Ada King') } } });
  });

  it('names what may be changed in each state', async () => {
    expect((await view(await capture.standing('New'))).editable).toEqual({ kind: 'all' });
    expect((await view(await capture.standing('Rejected'))).editable).toEqual({ kind: 'all' });
    for (const state of ['ComplianceReview', 'Approved'] as const) {
      expect((await view(await capture.standing(state))).editable).toEqual({ kind: 'nothing' });
    }
  });

  it('opens what an answer that is asked again brings with it', async () => {
    const id = await capture.standing('ComplianceReview');
    await capture.ask(id, { fieldId: 'exposed', words: 'Please look at this again' });
    const exposed = { fieldTypeId: 'SingleOptionRadio', optionId: 'yes' } as const;
    const { view: now } = await save(id, [{ fieldId: 'exposed', answer: exposed }]);
    expect(now.editable).toMatchObject({ kind: 'asked', fieldIds: ['exposed', 'exposure'] });
    expect(now.requests).toMatchObject([{ state: 'open', words: 'Please look at this again' }]);
  });

  it('sends the form in once it is complete, and names what is missing before', async () => {
    const id = await capture.begin();
    const submit = async () => submitCapture(capture.kyc, kit.db(), aCall(), await customerOf(id));
    await expect(submit()).rejects.toMatchObject({ code: 400 });
    await capture.save(id, COMPLETE);
    const { view: now } = await submit();
    expect(now).toMatchObject({ kycState: 'ComplianceReview', editable: { kind: 'nothing' }, progress: 100 });
    expect(now.submittedAt).toBe(capture.now.toISOString());
  });

  it('leaves out withdrawn requests, and of an unknown state says that nothing may be changed', async () => {
    const id = await capture.standing('ComplianceReview');
    await capture.ask(id, { fieldId: 'name', withdrawnAt: capture.now });
    expect((await view(id)).requests).toEqual([]);
    const profile = await capture.kyc.getIndividualProfile(aCall(), { submissionId: id });
    const strange = { ...profile, submission: { ...profile.submission, kycState: 'Paused' } };
    const api = { ...capture.kyc, getIndividualProfile: async () => strange };
    const { editable } = await captureView(api, kit.db(), aCall(), await customerOf(id));
    expect(editable).toEqual({ kind: 'nothing' });
  });

  it('lists the documents, without what compliance said of them', async () => {
    const id = await capture.begin();
    const documentId = await capture.document(id, 'Passport');
    const { documents } = await view(id, asCustomer(id));
    expect(documents).toMatchObject([{ id: documentId, type: 'Passport', review: null }]);
  });

  it("is a 404 for another tenant's call", async () => {
    const customer = await customerOf(await capture.begin());
    const call = aCall({ tenantId: 'other' });
    await expect(captureView(capture.kyc, kit.db(), call, customer)).rejects.toMatchObject({ code: 404 });
  });
});
