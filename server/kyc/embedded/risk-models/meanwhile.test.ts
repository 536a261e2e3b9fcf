import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, expect, test, vi } from 'vitest';
import { newId } from '@/lib/new-id';
import { assessmentsOf } from '../../../db/queries/assessments';
import { customers } from '../../../db/schema';
import { describeOnEachDatabase } from '../../../db/testing';
import { inTransaction } from '../../../db/transaction';
import { embeddedKyc } from '..';
import { changeSubmission, holdSubmission } from '../change';
import { aCall, aForm, anEmployee, aPerson, fieldIdOf, NOW } from '../fixtures.suite';
import { ModelGround } from './risk-models.suite';

/** What happens once somebody has read the model in force, before anything is written by it. */
const meanwhile = vi.hoisted(() => ({ happens: async () => undefined as unknown }));

vi.mock('../active-model', async (original) => {
  const actual = await original<typeof import('../active-model')>();
  async function activeModel(...read: Parameters<typeof actual.activeModel>) {
    const [model, { happens }] = [await actual.activeModel(...read), meanwhile];
    meanwhile.happens = async () => undefined;
    await happens();
    return model;
  }
  return { ...actual, activeModel };
});

/** How long something that has to wait for the test is given to begin. */
const BEGUN_MS = 300;

describeOnEachDatabase('a model that is released meanwhile', ({ db, kind }) => {
  let ground: ModelGround;
  beforeEach(() => {
    ground = new ModelGround(db);
  });

  const versionOf = async (submissionId: string) =>
    (await assessmentsOf(db(), ground.tenantId, submissionId))[0]?.modelVersion;

  /** A proposed version, and its release by the second person. */
  async function proposed() {
    const [maker, checker] = [await ground.as(), await ground.as()];
    const seen = await ground.draft(maker);
    await ground.models.propose(maker, { ...seen, note: 'Stricter' });
    return { version: seen.version, release: () => ground.models.release(checker, seen) };
  }

  /** The creation of a customer, to be begun. */
  async function creation() {
    const { tenantId } = ground;
    const [employeeId, formId] = [await anEmployee(db(), { tenantId }), await aForm(db(), { tenantId })];
    const customerEmail = `${newId()}@example.com`;
    const kyc = embeddedKyc(ground.parts);
    const call = aCall({ tenantId, idempotencyKey: newId() });
    const input = aPerson({ employeeId, formId }, { customerEmail });
    return { customerEmail, create: () => kyc.addCustomer(call, input) };
  }

  test('is what a customer is assessed by who is created in that moment', async () => {
    const { version, release } = await proposed();
    const { create } = await creation();
    meanwhile.happens = async () => {
      await release();
      await ground.reassess(version);
    };
    const { submissionId } = await create();
    expect(await versionOf(submissionId)).toBe(version);
    expect(await assessmentsOf(db(), ground.tenantId, submissionId)).toHaveLength(1);
    expect(await create()).toEqual({ submissionId });
  });

  // The embedded database has one session: nothing of another is in flight there.
  if (kind === 'postgres') {
    test('waits for a creation that is being written', async () => {
      const { version, release } = await proposed();
      const { customerEmail, create } = await creation();
      const began: { created?: ReturnType<typeof create>; released?: Promise<unknown> } = {};
      const undone = new Error('undone');
      const other = { id: newId(), tenantId: ground.tenantId, email: customerEmail, emailKey: customerEmail };
      const undoing = inTransaction(db(), async (tx) => {
        // The creation has to wait until it is known what becomes of this one.
        await tx.insert(customers).values({ ...other, userType: 'IndividualCustomer', createdAt: NOW });
        began.created = create();
        await Promise.race([began.created, sleep(BEGUN_MS)]);
        began.released = release().then(() => ground.reassess(version));
        await Promise.race([began.released, sleep(BEGUN_MS)]);
        throw undone;
      });
      await expect(undoing).rejects.toBe(undone);
      const [created] = await Promise.all([began.created, began.released]);
      expect(await versionOf(created?.submissionId ?? '')).toBe(version);
    });

    test('reaches a customer who is being changed', async () => {
      const [submissionId = ''] = await ground.book(1);
      const { version, release } = await proposed();
      const call = aCall({ tenantId: ground.tenantId });
      let assessing: Promise<unknown> = Promise.resolve();
      meanwhile.happens = async () => {
        await release();
        assessing = ground.reassess(version);
        await Promise.race([assessing, sleep(BEGUN_MS)]);
      };
      await inTransaction(db(), async (tx) => {
        const held = await holdSubmission(tx, call, submissionId);
        const saved = [
          {
            fieldId: fieldIdOf('Nationality'),
            fieldTypeId: 'Country' as const,
            value: { countryId: 'IR' },
          },
        ];
        const { clock } = ground.parts;
        const change = { saved, events: [], trigger: 'answers.saved' };
        await changeSubmission(tx, { newId }, { call, at: clock() }, held, change);
      });
      await assessing;
      const assessments = await assessmentsOf(db(), ground.tenantId, submissionId);
      expect(assessments.map(({ modelVersion }) => modelVersion)).toEqual([
        version,
        version - 1,
        version - 1,
      ]);
    });
  }
});
