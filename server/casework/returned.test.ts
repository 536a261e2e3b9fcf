import { expect, test } from 'vitest';
import { profile } from '@/lib/kyc/contract/profiles';
import { describeOnEachDatabase } from '../db/testing';
import { vaultKit } from '../kyc/vault.suite';
import { requestsOf } from './requests';
import { closeReturned } from './returned';
import { officer, Room, TENANT } from './room.suite';

describeOnEachDatabase("requests about a profile on somebody else's server", (kit) => {
  const { vault } = vaultKit();
  const room = new Room(kit, vault);

  test('are closed once by the document or answer that came since, and by nothing older', async () => {
    const { submissionId } = await room.customer();
    await room.capture.ask(submissionId, { documentTypeId: 'Passport', fieldId: 'passport' });
    await room.capture.ask(submissionId, { fieldId: 'name' });
    const at = (ms: number) => new Date(room.capture.now.getTime() + ms).toISOString();
    const read = (uploadedAt: string, answeredAt: string) =>
      profile.parse({
        form: {},
        submission: {},
        answers: [{ fieldID: 'name', answeredAt }],
        riskAssessment: {},
        riskAssessmentDetail: {},
        documents: [{ id: 'd', documentTypeId: 'Passport', uploadedAt }],
      });
    const states = async () =>
      (await requestsOf(kit.db(), TENANT, submissionId)).map(({ fieldId, state }) => [fieldId, state]);

    await closeReturned(kit.db(), officer, read(at(-60_000), at(-60_000)), submissionId);
    expect(await states()).toEqual([
      ['name', 'open'],
      ['passport', 'open'],
    ]);
    const came = read(at(60_000), at(-60_000));
    await Promise.all([1, 2].map(() => closeReturned(kit.db(), officer, came, submissionId)));
    expect(await states()).toEqual([
      ['name', 'open'],
      ['passport', 'answered'],
    ]);
    expect(await room.events(submissionId, 'information.answered')).toHaveLength(1);
  });
});
