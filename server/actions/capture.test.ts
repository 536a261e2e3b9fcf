import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Role } from '@/lib/auth/permissions';
import { newId } from '@/lib/new-id';
import { sealSession, sessionCookie } from '../auth/session-token';
import { staffUsers } from '../db/schema';
import { describeOnEachDatabase } from '../db/testing';
import { embeddedKyc } from '../kyc/embedded';
import { COMPLETE, capturePages, text } from '../kyc/embedded/capture.suite';
import { aCall, aForm, anEmployee, aPerson } from '../kyc/embedded/fixtures.suite';
import { log } from '../log';
import { saveCapture, submitCapture } from './capture';

/** The cookies of the request that a test stands for. */
const jar = new Map<string, string>();
vi.mock('next/headers', () => ({
  cookies: async () => ({ get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined) }),
}));

describeOnEachDatabase("filling in on the customer's behalf", (kit) => {
  const ground = { employeeId: '', colleagueId: '', formId: '' };
  beforeAll(async () => {
    ground.employeeId = await anEmployee(kit.db());
    ground.colleagueId = await anEmployee(kit.db(), { name: 'Marc' });
    ground.formId = await aForm(kit.db(), { pages: capturePages() });
  });
  beforeEach(() => {
    log().level = 'silent';
  });
  afterEach(() => jar.clear());

  const kyc = () => embeddedKyc({ db: kit.db(), clock: () => new Date(), newId });
  const begin = async () => (await kyc().addCustomer(aCall(), aPerson(ground))).submissionId;
  const profile = (submissionId: string) => kyc().getIndividualProfile(aCall(), { submissionId });

  async function signInAs(role: Role, employeeId: string | null): Promise<void> {
    const id = newId();
    const email = `${id}@example.com`;
    const user = { id, tenantId: 'demo-tenant', email, emailKey: email, name: 'Rania', role, employeeId };
    await kit
      .db()
      .insert(staffUsers)
      .values({ ...user, passwordHash: 'a hash', createdAt: new Date() });
    jar.set(sessionCookie().name, await sealSession({ userId: id, sessionVersion: 1 }));
  }

  const named = (submissionId: string) => ({
    submissionId,
    answers: [{ fieldId: 'name', answer: text('Ada') }],
  });

  it('saves and sends as the employee that the member of staff is tied to', async () => {
    await signInAs('relationship_manager', ground.employeeId);
    const submissionId = await begin();
    const saved = await saveCapture(named(submissionId));
    expect(saved).toMatchObject({ ok: true, data: { view: { answers: { name: { answer: text('Ada') } } } } });
    expect((await profile(submissionId)).answers[0]).toMatchObject({ answeredBy: ground.employeeId });
    expect(await submitCapture({ submissionId })).toMatchObject({ ok: false, code: 400 });
    const rest = Object.entries(COMPLETE).map(([fieldId, answer]) => ({ fieldId, answer }));
    expect(await saveCapture({ submissionId, answers: rest })).toMatchObject({ ok: true });
    expect(await submitCapture({ submissionId })).toMatchObject({
      ok: true,
      data: { view: { kycState: 'ComplianceReview', editable: { kind: 'nothing' } } },
    });
  });

  it("is a 404 for a colleague's customer and for an unknown one, and changes nothing", async () => {
    const submissionId = await begin();
    for (const employeeId of [ground.colleagueId, null]) {
      await signInAs('relationship_manager', employeeId);
      for (const id of [submissionId, newId()]) {
        expect(await saveCapture(named(id))).toMatchObject({ ok: false, code: 404 });
        expect(await submitCapture({ submissionId: id })).toMatchObject({ ok: false, code: 404 });
      }
    }
    expect((await profile(submissionId)).answers).toEqual([]);
  });

  it.each(['compliance_officer', 'admin'] as const)('is not for a %s', async (role) => {
    const submissionId = await begin();
    await signInAs(role, ground.employeeId);
    expect(await saveCapture(named(submissionId))).toMatchObject({ ok: false, code: 403 });
    expect(await submitCapture({ submissionId })).toMatchObject({ ok: false, code: 403 });
    expect((await profile(submissionId)).answers).toEqual([]);
  });

  it('asks for a session', async () => {
    const submissionId = await begin();
    expect(await saveCapture(named(submissionId))).toMatchObject({ ok: false, code: 401 });
    expect(await submitCapture({ submissionId })).toMatchObject({ ok: false, code: 401 });
  });

  it('names the bad answer by its place, and takes none of the others', async () => {
    await signInAs('relationship_manager', ground.employeeId);
    const submissionId = await begin();
    const answers = [
      { fieldId: 'remarks', answer: { fieldTypeId: 'TextArea', textValue: 'x' } as const },
      { fieldId: 'name', answer: text('far too long for a name of twenty characters') },
    ];
    const refused = await saveCapture({ submissionId, answers });
    expect(refused).toMatchObject({
      ok: false,
      code: 400,
      fields: [{ path: 'answers[1].answer.textValue' }],
    });
    expect((await profile(submissionId)).answers).toEqual([]);
  });
});
