import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { newId } from '@/lib/new-id';
import { riskModelVersions } from '../../db/schema';
import { describeOnEachDatabase } from '../../db/testing';
import { shippedModel } from '../../risk/shipped';
import { activeModel, seedShippedModel } from './active-model';
import { NOW } from './fixtures.suite';
import { ModelGround } from './risk-models/risk-models.suite';

describeOnEachDatabase('the model in force', ({ db }) => {
  const countOf = (tenantId: string) =>
    db().$count(riskModelVersions, eq(riskModelVersions.tenantId, tenantId));

  test('is the one that the product came with, seeded or not', async () => {
    const tenantId = newId();
    expect(await activeModel(db(), tenantId)).toEqual(shippedModel());
    await seedShippedModel(db(), tenantId, NOW);
    expect(await activeModel(db(), tenantId)).toEqual(shippedModel());
  });

  test('is seeded once, however often and by however many at once', async () => {
    const tenantId = newId();
    await Promise.all([seedShippedModel(db(), tenantId, NOW), seedShippedModel(db(), tenantId, NOW)]);
    await seedShippedModel(db(), tenantId, NOW);
    expect(await countOf(tenantId)).toBe(1);
  });

  test('is the highest version that was released, a draft above it or not; of this tenant alone', async () => {
    const [ground, neighbour] = [new ModelGround(db), new ModelGround(db)];
    const { version, maker } = await ground.released();
    expect(await activeModel(db(), ground.tenantId)).toMatchObject({ version });
    await ground.draft(maker);
    expect(await activeModel(db(), ground.tenantId)).toMatchObject({ version });
    expect(await activeModel(db(), neighbour.tenantId)).toEqual(shippedModel());
    await seedShippedModel(db(), ground.tenantId, NOW);
    expect(await activeModel(db(), ground.tenantId)).toMatchObject({ version });
  });
});
