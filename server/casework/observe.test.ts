import { afterAll, beforeAll, expect, it } from 'vitest';
import type { KycApi, KycCall } from '@/lib/kyc/api';
import { addCustomerInput } from '@/lib/kyc/contract/customers';
import { KycError } from '@/lib/kyc/contract/errors';
import { parseInput } from '@/lib/kyc/contract/parse';
import { publishedSamples } from '@/lib/kyc/contract/samples';
import { newId } from '@/lib/new-id';
import { activityOf } from '../audit/read';
import type { OpenDatabase } from '../db/client';
import { auditEvents } from '../db/schema';
import { describeOnEachDatabase, freshDatabase } from '../db/testing';
import { embeddedKyc } from '../kyc/embedded';
import { aPdf, sha256, uploadOf } from '../kyc/files.suite';
import { layGround, TENANTS } from '../kyc/ground.suite';
import { vaultKit } from '../kyc/vault.suite';
import { findCustomer } from './directory';
import { observeRemote } from './observe';
import { readProfile } from './profile';

const call: KycCall = {
  tenantId: TENANTS[0],
  actor: { kind: 'staff', id: 'user-1', name: 'Rania Haddad' },
  requestId: 'request-1',
};
const reader = { tenantId: TENANTS[0], role: 'compliance_officer' as const, employeeId: null };
const { individual } = publishedSamples.addCustomer.requests;

/** The other side is an engine of its own, on a database of its own; what is ours is the kit's. */
describeOnEachDatabase('somebody else’s KYC API with our own record around it', (kit) => {
  let theirs: OpenDatabase;
  let other: KycApi;
  let away: KycError | undefined;
  const parts = { clock: () => new Date(), newId };
  const { vault } = vaultKit();

  beforeAll(async () => {
    theirs = await freshDatabase('pglite');
    await layGround(theirs.db);
    const engine = embeddedKyc({ db: theirs.db, vault: vault(), ...parts });
    other = {
      ...engine,
      addCustomer: async (...args) => (away ? Promise.reject(away) : engine.addCustomer(...args)),
      getIndividualProfile: async (...args) =>
        away ? Promise.reject(away) : engine.getIndividualProfile(...args),
    };
  });
  afterAll(() => theirs.close());

  const api = () => observeRemote(other, { db: kit.db(), ...parts });
  const add = (email: string) =>
    api().addCustomer(call, parseInput(addCustomerInput, { ...individual, customerEmail: email }));
  const events = () =>
    kit
      .db()
      .select({ type: auditEvents.type, data: auditEvents.data })
      .from(auditEvents)
      .orderBy(auditEvents.id);

  it('puts a created customer into the directory at once, and the try and its outcome on record', async () => {
    const { submissionId } = await add('first@mail.example');
    expect(await findCustomer(kit.db(), reader, submissionId)).toMatchObject({
      displayName: 'John Doe',
      employeeName: 'Zoe Zimmer',
      formName: 'Any customer',
      kycState: 'New',
    });
    const { events: seen } = await activityOf(kit.db(), call.tenantId, submissionId);
    expect(seen.map((event) => event.type)).toEqual(['customer.creation_settled']);
    expect((await events()).map(({ type }) => type)).toEqual([
      'customer.creation_tried',
      'customer.creation_settled',
    ]);
  });

  it('puts a refusal on record as refused and an answer that never came as unknown', async () => {
    await expect(add('FIRST@mail.example')).rejects.toMatchObject({ code: 409 });
    expect((await events()).at(-1)?.data).toMatchObject({ outcome: 'refused', code: 409 });
    away = new KycError(503, { outcomeUnknown: true });
    await expect(add('second@mail.example')).rejects.toMatchObject({ outcomeUnknown: true });
    expect((await events()).at(-1)?.data).toMatchObject({ outcome: 'unknown', code: 503 });
    away = undefined;
  });

  it('keeps every profile read, and shows the last one while the other side is away', async () => {
    const { submissionId } = await add('third@mail.example');
    const customer = { submissionId, userType: 'IndividualCustomer' };
    const read = () => readProfile(api(), kit.db(), call, customer, new Date());
    const fresh = await read();
    expect(fresh.stale).toBe(false);
    away = new KycError(503);
    const kept = await read();
    expect(kept).toMatchObject({
      stale: true,
      profile: { submission: { customerEmail: 'third@mail.example' } },
    });
    expect(kept.profile).toEqual(JSON.parse(JSON.stringify(fresh.profile)));
    away = undefined;
  });

  it('keeps the owner where a profile does not tell it', async () => {
    const { submissionId } = await add('fourth@mail.example');
    const before = await findCustomer(kit.db(), reader, submissionId);
    const { getIndividualProfile } = other;
    other.getIndividualProfile = async (...args) => {
      const profile = await getIndividualProfile(...args);
      const { employeeId: _id, employeeName: _name, ...rest } = profile.submission;
      return { ...profile, submission: rest };
    };
    await api().getIndividualProfile(call, { submissionId });
    other.getIndividualProfile = getIndividualProfile;
    expect(await findCustomer(kit.db(), reader, submissionId)).toMatchObject({
      employeeId: before?.employeeId,
      employeeName: 'Zoe Zimmer',
      riskLevelId: expect.any(String),
    });
  });

  it('does not hand out a profile of another tenant’s copy', async () => {
    const { submissionId } = await add('fifth@mail.example');
    await api().getIndividualProfile(call, { submissionId });
    away = new KycError(503);
    const foreign = { ...call, tenantId: TENANTS[1] };
    const customer = { submissionId, userType: 'IndividualCustomer' };
    await expect(readProfile(api(), kit.db(), foreign, customer, new Date())).rejects.toMatchObject({
      code: 503,
    });
    away = undefined;
  });

  it('puts on record which documents the other side took and deleted, and none that it refused', async () => {
    const { submissionId } = await add('documents@mail.example');
    const upload = (originalFileName: string) =>
      api().uploadDocuments(call, {
        submissionId,
        parts: uploadOf({ originalFileName, documentTypeId: 'W9', content: aPdf() }),
      });
    const [item] = await upload('a.pdf');
    await expect(upload('')).rejects.toBeInstanceOf(KycError);
    await expect(api().deleteDocuments(call, { submissionId, ids: ['unknown'] })).rejects.toBeInstanceOf(
      KycError,
    );
    await api().deleteDocuments(call, { submissionId, ids: [item?.id ?? ''] });
    const data = { documentId: item?.id, documentTypeId: 'W9', sha256: sha256(aPdf()) };
    expect((await events()).filter(({ type }) => type.startsWith('document.'))).toEqual([
      { type: 'document.recorded', data },
      { type: 'document.deleted', data },
    ]);
  });
});
