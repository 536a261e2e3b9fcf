import { expect, expectTypeOf, it } from 'vitest';
import type { ActivityType } from '@/lib/kyc/activity';
import { newId } from '@/lib/new-id';
import type { CustomerEvent } from '../audit/events';
import { recordAll } from '../audit/record';
import { staffUsers } from '../db/schema';
import { describeOnEachDatabase } from '../db/testing';
import { inTransaction } from '../db/transaction';
import { customerActivity } from './activity';

it('tells of every event that can name a customer, and of nothing else', () => {
  expectTypeOf<ActivityType>().toEqualTypeOf<CustomerEvent['type'] | 'case.worked_on'>();
});

describeOnEachDatabase('a customer’s activity', ({ db }) => {
  it('tells somebody who reads no profiles that the risk was assessed, and not with what result', async () => {
    const context = {
      tenantId: 'tenant-1',
      actor: { kind: 'system', id: 'test' },
      requestId: 'request-1',
      at: new Date(),
    } as const;
    const assessed = {
      assessmentId: 'a',
      riskLevelId: 'High',
      score: 81.5,
      modelId: 'm',
      modelVersion: 1,
      trigger: 't',
    } as const;
    const recorded = { documentId: 'd', documentTypeId: 'Passport', sha256: '00' };
    await inTransaction(db(), (tx) =>
      recordAll(tx, context, newId, [
        { type: 'risk.assessed', submissionId: 's', data: assessed },
        { type: 'document.recorded', submissionId: 's', data: recorded },
        { type: 'submission.state_changed', submissionId: 's', data: { from: 'New', to: 'Onboarding' } },
      ]),
    );
    const facts = async (readsProfiles: boolean) =>
      Object.fromEntries(
        (
          await customerActivity(db(), 'tenant-1', 's', undefined, {
            profiles: readsProfiles,
            decisions: readsProfiles,
          })
        ).lines.map((line) => [line.type, line.facts]),
      );
    expect(await facts(true)).toMatchObject({
      'risk.assessed': { level: 'High', score: 81.5 },
      'document.recorded': { type: 'Passport' },
    });
    expect(await facts(false)).toEqual({
      'risk.assessed': {},
      'document.recorded': {},
      'submission.state_changed': { from: 'New', to: 'Onboarding' },
    });
  });

  it('names nobody who decides, in none of the lines that come with a changed level, to who does not', async () => {
    const staff = { kind: 'staff', id: 'officer', name: 'Omar Rahman', employeeId: null } as const;
    const context = { tenantId: 'tenant-1', actor: staff, requestId: 'request-2', at: new Date() };
    const of = { modelId: 'm', modelVersion: 1 };
    const assessed = { assessmentId: 'b', riskLevelId: 'Low', score: 20, ...of } as const;
    const submissionId = 'levelled';
    const set = { overrideId: 'o', decisionId: 'd', riskLevelId: 'Low', validUntil: '2027-01-31' } as const;
    await inTransaction(db(), async (tx) => {
      await tx.insert(staffUsers).values({
        id: staff.id,
        tenantId: context.tenantId,
        name: staff.name,
        email: 'omar@example.com',
        emailKey: 'omar@example.com',
        role: 'compliance_officer',
        createdAt: context.at,
      });
      await recordAll(tx, context, newId, [
        { type: 'risk.override_ended', submissionId, data: { overrideId: 'n', because: 'replaced' } },
        { type: 'risk.overridden', submissionId, data: set },
        { type: 'risk.assessed', submissionId, data: { ...assessed, trigger: 'risk.overridden' } },
        { type: 'risk.assessed', submissionId, data: { ...assessed, trigger: 'decision.approve' } },
        { type: 'risk.assessed', submissionId, data: { ...assessed, trigger: 'answers.saved' } },
      ]);
    });
    const names = async (decisions: boolean) => {
      const reads = { profiles: true, decisions };
      const { lines } = await customerActivity(db(), 'tenant-1', submissionId, undefined, reads);
      return lines.map(({ actor }) => actor.name);
    };
    expect(await names(true)).toEqual(Array.from({ length: 5 }, () => staff.name));
    expect((await names(false)).filter((name) => name !== null)).toEqual([staff.name]);
  });
});
