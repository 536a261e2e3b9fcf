import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { RiskModel } from '@/lib/risk/model';
import { MODEL_FILE_LIMIT } from '@/lib/risk/model-file';
import { auditEvents } from '../../../db/schema';
import { describeOnEachDatabase } from '../../../db/testing';
import { shippedModel } from '../../../risk/shipped';
import { ModelGround, stricter } from './risk-models.suite';

const shipped = shippedModel().version;

function fileOf(write: (model: RiskModel) => void = () => undefined): string {
  const model = structuredClone(shippedModel());
  write(model);
  return JSON.stringify(model);
}

describeOnEachDatabase('a risk model as a file', ({ db }) => {
  let ground: ModelGround;
  beforeEach(() => {
    ground = new ModelGround(db);
  });
  const eventsOf = async () =>
    db()
      .select({ type: auditEvents.type, data: auditEvents.data })
      .from(auditEvents)
      .where(eq(auditEvents.tenantId, ground.tenantId))
      .orderBy(auditEvents.at);

  test('is handed out of every version, each time on record', async () => {
    const call = await ground.as();
    const first = await ground.models.exportFile(call, shipped);
    expect(first.name).toBe(`risk-model-${shipped}.json`);
    expect(JSON.parse(first.text)).toEqual(shippedModel());
    const { version } = await ground.draft(call);
    const second = await ground.models.exportFile(call, version);
    expect(JSON.parse(second.text)).toEqual(await ground.definition(version));
    const data = (modelVersion: number) => ({ modelId: shippedModel().id, modelVersion });
    expect(await eventsOf()).toEqual([
      { type: 'risk_model.exported', data: data(shipped) },
      { type: 'risk_model.drafted', data: data(version) },
      { type: 'risk_model.exported', data: data(version) },
    ]);
    await expect(ground.models.exportFile(call, 99)).rejects.toMatchObject({ code: 404 });
  });

  test('comes back as it went, under the draft’s own name and number', async () => {
    const call = await ground.as();
    const { version } = await ground.draft(call);
    const { text } = await ground.models.exportFile(call, version);
    await ground.models.withdraw(call, { version, revision: 2 });
    const next = await ground.models.startDraft(call, { version: shipped });
    const file = text.replace('"baseline"', '"elsewhere"');
    const seen = { version: next.version, revision: 1 };
    expect(await ground.models.importFile(call, { ...seen, file })).toEqual({ revision: 2 });
    const was = await ground.definition(version);
    expect(await ground.definition(next.version)).toEqual({ ...was, version: next.version });
    expect((await eventsOf()).at(-1)?.type).toBe('risk_model.imported');
  });

  test.each([
    ['is no JSON', '{', 'the file: is no JSON'],
    ['is no model', '[]', 'the file: holds no risk model'],
    ['is too long', ' '.repeat(MODEL_FILE_LIMIT + 1), 'the file: must have at most 500 kB'],
    ['has too many bytes', 'ж'.repeat(MODEL_FILE_LIMIT / 2 + 1), 'the file: must have at most 500 kB'],
    [
      'has a bad score',
      fileOf(({ factors: [first] }) => {
        if (first?.table.rows[1]) first.table.rows[1].score = 101;
      }),
      'factor “Countries”, row 2, score: must be 100 or less',
    ],
  ])('is refused where it %s, and the draft stays as it was', async (_, file, message) => {
    const call = await ground.as();
    const seen = await ground.draft(call);
    const before = await ground.definition(seen.version);
    const refused = ground.models.importFile(call, { ...seen, file });
    await expect(refused).rejects.toMatchObject({ code: 400, messages: [message] });
    expect(await ground.definition(seen.version)).toEqual(before);
    expect(await ground.row(seen.version)).toMatchObject({ revision: seen.revision });
  });

  test('goes into a draft only that is as it was seen', async () => {
    const [maker, other] = [await ground.as(), await ground.as()];
    const seen = await ground.draft(maker);
    const stale = ground.models.importFile(maker, { ...seen, revision: 1, file: fileOf() });
    await expect(stale).rejects.toMatchObject({ code: 409 });
    await ground.models.propose(maker, { ...seen, note: 'Stricter' });
    for (const call of [maker, other]) {
      const late = ground.models.importFile(call, { ...seen, file: fileOf() });
      await expect(late).rejects.toMatchObject({ code: 409 });
    }
    const none = ground.models.importFile(maker, { version: 99, revision: 1, file: fileOf() });
    await expect(none).rejects.toMatchObject({ code: 404 });
  });

  test('does not overwrite unseen what somebody else saves at once', async () => {
    const [one, other] = [await ground.as(), await ground.as()];
    const { version } = await ground.models.startDraft(one, { version: shipped });
    const seen = { version, revision: 1 };
    const definition = await ground.definition(version);
    stricter(definition);
    const both = await Promise.allSettled([
      ground.models.changeDraft(one, { ...seen, definition }),
      ground.models.importFile(other, { ...seen, file: fileOf() }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    for (const result of both)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 409 });
    expect(await ground.row(version)).toMatchObject({ revision: 2 });
  });

  test('is no other tenant’s, and nobody’s without the permission', async () => {
    const own = await ground.as();
    const seen = await ground.draft(own);
    const other = new ModelGround(db);
    const foreigner = await other.as();
    await expect(ground.models.exportFile(foreigner, seen.version)).rejects.toMatchObject({ code: 404 });
    const taken = ground.models.importFile(foreigner, { ...seen, file: fileOf() });
    await expect(taken).rejects.toMatchObject({ code: 404 });
    const strangers = [
      await ground.as('relationship_manager'),
      await ground.as('admin'),
      await ground.as('compliance_officer', false),
      { ...own, actor: { kind: 'apiClient', id: own.actor.id } as const },
    ];
    for (const call of strangers) {
      await expect(ground.models.exportFile(call, shipped)).rejects.toMatchObject({ code: 403 });
      const put = ground.models.importFile(call, { ...seen, file: fileOf() });
      await expect(put).rejects.toMatchObject({ code: 403 });
    }
  });
});
