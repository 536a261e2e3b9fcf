import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { newId } from '@/lib/new-id';
import { answerVersions, profileVersions, submissions } from '../../db/schema';
import { describeOnEachDatabase } from '../../db/testing';
import { addCustomer } from './add-customer';
import { aCall, aForm, anEmployee, aPerson, fieldIdOf, NOW } from './fixtures.suite';
import { saveAnswers } from './save-answers';

describeOnEachDatabase('the versions of a profile', (kit) => {
  describe('are kept in the change itself', () => {
    const parts = () => ({ db: kit.db(), clock: () => NOW, newId });

    async function aCustomer(): Promise<string> {
      const ground = { employeeId: await anEmployee(kit.db()), formId: await aForm(kit.db()) };
      return (await addCustomer(parts())(aCall(), aPerson(ground, { sendEmail: false }))).submissionId;
    }
    const save = (submissionId: string, answer: { fieldTypeId: 'TextArea'; textValue: string } | null) =>
      saveAnswers(parts())(aCall({ actor: { kind: 'customer', id: submissionId } }), {
        submissionId,
        answers: [{ fieldId: fieldIdOf('Remarks'), answer }],
      });

    test('one for the creation and one for each change, with the answers that came with it', async () => {
      const submissionId = await aCustomer();
      await save(submissionId, { fieldTypeId: 'TextArea', textValue: 'First' });
      await save(submissionId, { fieldTypeId: 'TextArea', textValue: 'Second' });
      await save(submissionId, null);
      const versions = await kit
        .db()
        .select()
        .from(profileVersions)
        .where(eq(profileVersions.submissionId, submissionId))
        .orderBy(profileVersions.version);
      expect(versions).toMatchObject([
        { version: 1, trigger: 'customer.created', kycState: 'New', actorKind: 'apiClient' },
        { version: 2, trigger: 'answers.saved', kycState: 'Onboarding', actorKind: 'customer' },
        { version: 3, trigger: 'answers.saved', kycState: 'Onboarding', actorKind: 'customer' },
        { version: 4, trigger: 'answers.saved', kycState: 'Onboarding', actorKind: 'customer' },
      ]);
      expect(versions.every(({ assessmentId }) => assessmentId !== null)).toBe(true);
      const answers = await kit
        .db()
        .select({
          version: answerVersions.version,
          value: answerVersions.value,
          by: answerVersions.answeredBy,
        })
        .from(answerVersions)
        .where(eq(answerVersions.submissionId, submissionId))
        .orderBy(answerVersions.version);
      expect(answers).toEqual([
        { version: 2, value: { textValue: 'First' }, by: 'customer' },
        { version: 3, value: { textValue: 'Second' }, by: 'customer' },
        { version: 4, value: null, by: 'customer' },
      ]);
    });

    test('and cannot be changed or removed', async () => {
      const submissionId = await aCustomer();
      const kept = eq(profileVersions.submissionId, submissionId);
      await expect(kit.db().update(profileVersions).set({ trigger: 'x' }).where(kept)).rejects.toThrow();
      await expect(kit.db().delete(profileVersions).where(kept)).rejects.toThrow();
      const [row] = await kit.db().select().from(submissions).where(eq(submissions.id, submissionId));
      expect(row?.version).toBe(1);
    });
  });
});
