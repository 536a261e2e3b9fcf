import { expect, test } from 'vitest';
import { DEMO_CUSTOMERS } from './customers';
import { historyOf } from './history';
import { versionsOf } from './versions';

test('every life leads to the version and the state that its submission stands at', async () => {
  for (const customer of DEMO_CUSTOMERS) {
    const life = await historyOf(customer, 'demo', new Date('2026-11-22T10:00:00Z'));
    const { versions, answers } = versionsOf(life);
    const last = versions.at(-1);
    expect(last).toMatchObject({ version: life.submission.version, kycState: life.submission.kycState });
    expect(answers).toHaveLength(life.answers.length);
  }
});
