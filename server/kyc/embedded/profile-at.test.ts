import { describe, expect, test } from 'vitest';
import { profileChanges } from '@/lib/kyc/profile-diff';
import { newId } from '@/lib/new-id';
import { decidedVersion, listVersions } from '../../db/queries/profile-versions';
import { describeOnEachDatabase } from '../../db/testing';
import { inTransaction } from '../../db/transaction';
import { addCustomer } from './add-customer';
import { type Change, changeSubmission, holdSubmission } from './change';
import { aCall, aForm, anEmployee, aPerson, decided, fieldIdOf, NOW, TENANT } from './fixtures.suite';
import { embeddedOffice } from './office';
import { getProfile } from './profiles';

describeOnEachDatabase('a profile at a version', (kit) => {
  let now = NOW;
  const parts = () => ({ db: kit.db(), clock: () => now, newId });

  describe('is what it was', () => {
    test('with the answers, the state and the assessment that held then', async () => {
      const ground = { employeeId: await anEmployee(kit.db()), formId: await aForm(kit.db()) };
      const { submissionId } = await addCustomer(parts())(aCall(), aPerson(ground, { sendEmail: false }));
      const profile = () => getProfile(parts(), 'IndividualCustomer')(aCall(), { submissionId });
      const seen = [await profile()];
      const answer = (fieldName: string, textValue: string): Partial<Change> => ({
        saved: [{ fieldId: fieldIdOf(fieldName), fieldTypeId: 'TextArea', value: { textValue } }],
      });
      const changes: Partial<Change>[] = [
        { ...answer('Remarks', 'First'), state: 'Onboarding' },
        answer('Remarks', ' first'),
        { state: 'ComplianceReview' },
        { state: 'Approved' },
        { removed: [fieldIdOf('Remarks')], state: 'ComplianceReview' },
      ];
      for (const change of changes) {
        now = new Date(now.getTime() + 60_000);
        await inTransaction(kit.db(), async (tx) => {
          if (change.state) await decided(tx, submissionId, change.state);
          const held = await holdSubmission(tx, aCall(), submissionId);
          const context = { call: aCall(), at: now };
          await changeSubmission(tx, parts(), context, held, { events: [], trigger: 'test', ...change });
        });
        seen.push(await profile());
      }
      const { profileAt } = embeddedOffice(parts());
      for (const [index, was] of seen.entries()) {
        const rebuilt = await profileAt(aCall(), submissionId, index + 1);
        expect(profileChanges(was, rebuilt)).toEqual([]);
        expect(rebuilt.submission.version).toBe(index + 1);
        expect(rebuilt.riskAssessment.id).toBe(was.riskAssessment.id);
      }
      const between = (from: number, to: number) =>
        Promise.all([from, to].map((version) => profileAt(aCall(), submissionId, version))).then(
          ([a, b]) => a && b && profileChanges(a, b).map(({ kind, how, mark }) => [kind, how, mark]),
        );
      expect(await between(2, 3)).toEqual([['answer', 'changed', 'cosmetic']]);
      expect(await between(5, 6)).toEqual([
        ['answer', 'removed', 'material'],
        ['state', 'changed', 'material'],
      ]);
      const of = { tenantId: TENANT, submissionId };
      expect(await decidedVersion(kit.db(), of)).toBe(5);
      const versions = await listVersions(kit.db(), of, { before: 6, limit: 2 });
      expect(versions.map(({ version }) => version)).toEqual([5, 4]);
      await expect(profileAt(aCall({ tenantId: 'other' }), submissionId, 1)).rejects.toMatchObject({
        code: 404,
      });
      await expect(profileAt(aCall(), submissionId, 99)).rejects.toMatchObject({ code: 404 });
    });
  });
});
