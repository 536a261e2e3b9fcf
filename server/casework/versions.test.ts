import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { KycApi, KycCall } from '@/lib/kyc/api';
import { profile } from '@/lib/kyc/contract/profiles';
import { KycError } from '@/lib/kyc/contract/errors';
import { auditEvents } from '../db/schema';
import { describeOnEachDatabase } from '../db/testing';
import { keepSnapshot } from './snapshots';
import { versionsDesk } from './versions';

const call: KycCall = {
  tenantId: 'tenant-1',
  actor: { kind: 'staff', id: 'user-1', name: 'Ingrid Solberg' },
  requestId: 'request-1',
};
/** The profiles are kept here, so the other side is not asked for any of this. */
const api = {} as KycApi;

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 10, minute));

function told({ answer = 'First', level = 'Low', kycState = 'Onboarding' } = {}) {
  return profile.parse({
    form: {},
    submission: { kycState },
    answers: [
      {
        fieldID: 'nationality',
        fieldTypeId: 'Text',
        field: { label: 'Nationality', fqName: 'a_b_c' },
        textValue: answer,
      },
      {
        fieldID: 'name',
        fieldTypeId: 'Text',
        field: { label: 'Name', fqName: 'a_b_d' },
        textValue: 'Mina Rahal',
      },
    ],
    riskAssessment: { riskLevelId: level, score: level === 'Low' ? 10 : 70 },
    riskAssessmentDetail: {},
    documents: [],
  });
}

describeOnEachDatabase("the versions of a profile on somebody else's server", (kit) => {
  const desk = (submissionId: string, tenantId = 'tenant-1') =>
    versionsDesk({ api, office: undefined, call: { ...call, tenantId } }, submissionId);
  const keep = (submissionId: string, minute: number, of: Parameters<typeof told>[0] = {}) =>
    keepSnapshot(kit.db(), 'tenant-1', submissionId, told(of), at(minute));

  it('are kept where it differs, listed the newest first with state and level, and nobody is named', async () => {
    await keep('listed', 0);
    await keep('listed', 1);
    await keep('listed', 2, { answer: 'Second', level: 'High', kycState: 'ComplianceReview' });
    expect(await (await desk('listed')).list()).toEqual({
      versions: [
        {
          version: 2,
          at: at(2).toISOString(),
          by: null,
          trigger: null,
          kycState: 'ComplianceReview',
          level: 'High',
        },
        {
          version: 1,
          at: at(0).toISOString(),
          by: null,
          trigger: null,
          kycState: 'Onboarding',
          level: 'Low',
        },
      ],
      next: null,
      decided: null,
    });
    expect((await (await desk('listed')).list(2)).versions.map(({ version }) => version)).toEqual([1]);
  });

  it('are compared, and the look at both is on record', async () => {
    await keep('compared', 0);
    await keep('compared', 1, { answer: 'Second', level: 'High' });
    const { from, to, lines, scores } = await (await desk('compared')).compare(1, 2);
    expect([from.version, to.version]).toEqual([1, 2]);
    expect(scores).toEqual({ before: 10, after: 70 });
    const other = lines.filter(({ how }) => how !== 'same').map(({ kind, label, how }) => [kind, label, how]);
    expect(other).toContainEqual(['answer', 'Nationality', 'changed']);
    expect(other.map(([kind]) => kind).toSorted()).toEqual(['answer', 'level']);
    const seen = await kit.db().select().from(auditEvents).where(eq(auditEvents.submissionId, 'compared'));
    expect(seen).toMatchObject([{ type: 'versions.compared', actorId: 'user-1', data: { from: 1, to: 2 } }]);
  });

  it('tell what changed since one of them without what was said', async () => {
    await keep('changed', 0);
    await keep('changed', 1, { answer: 'A secret' });
    const since = await (await desk('changed')).changesSince(1);
    expect(since.changes.map(({ label, how }) => [label, how])).toEqual([['Nationality', 'changed']]);
    expect(JSON.stringify(since)).not.toContain('A secret');
    expect(await (await desk('changed')).changesSince()).toMatchObject({ from: null, changes: [] });
  });

  it('are unknown to another tenant, as those that there are not', async () => {
    await keep('foreign', 0);
    await keep('foreign', 1, { answer: 'Second' });
    const foreign = await desk('foreign', 'tenant-2');
    expect((await foreign.list()).versions).toEqual([]);
    for (const compare of [foreign.compare(1, 2), (await desk('foreign')).compare(1, 3)])
      await expect(compare).rejects.toEqual(new KycError(404));
  });
});
