import { expect, expectTypeOf, it } from 'vitest';
import { FIRM_EVENTS, type FirmEventType, readTrailView, type TrailLine } from '@/lib/audit-trail';
import type { Role } from '@/lib/auth/permissions';
import { newId } from '@/lib/new-id';
import type { AuditEvent, FirmEvent } from '../audit/events';
import { recordAll } from '../audit/record';
import { sealAuditTrail } from '../audit/seal';
import { decisionReasons, staffUsers } from '../db/schema';
import { describeOnEachDatabase } from '../db/testing';
import { inTransaction } from '../db/transaction';
import { auditDesk } from './audit-trail';

const AT = new Date('2026-11-22T10:00:00Z');
const DAY_MS = 86_400_000;

const settings: AuditEvent = {
  type: 'case_settings.changed',
  submissionId: null,
  data: { from: { 'reviewMonths.High': 12 }, to: { 'reviewMonths.High': 6 } },
};
const assessed: AuditEvent = {
  type: 'risk.assessed',
  submissionId: 'customer-1',
  data: {
    assessmentId: 'a',
    riskLevelId: 'High',
    score: 81.5,
    modelId: 'm',
    modelVersion: 2,
    trigger: 'answers',
  },
};

it('knows every event that can happen without a customer, and no other, each of one kind', () => {
  expectTypeOf<FirmEventType>().toEqualTypeOf<FirmEvent['type']>();
  const all = Object.values(FIRM_EVENTS).flat();
  expect(new Set(all).size).toBe(all.length);
});

it('reads of a URL what is a view, and leaves out the rest', () => {
  expect(readTrailView({ kind: 'settings', person: 'p', until: '2026-11-22', after: 'x' })).toEqual({
    kind: 'settings',
    person: 'p',
    until: '2026-11-22',
    after: 'x',
  });
  for (const until of ['2026-02-31', '0000-01-01', '9999-12-31']) {
    expect(readTrailView({ kind: 'secrets', person: 'x'.repeat(900), until })).toEqual({});
  }
});

describeOnEachDatabase('the audit trail of a firm', ({ db }) => {
  /** A firm of its own for each test: what is on record stays. */
  function aFirm() {
    const tenantId = newId();
    const reader = (role: Role) => ({ tenantId, user: { role } });
    return {
      tenantId,
      put: (events: AuditEvent[], by = 'ada', at = AT) =>
        inTransaction(db(), (tx) =>
          recordAll(
            tx,
            { tenantId, actor: { kind: 'staff', id: by, name: by, employeeId: null }, requestId: 'r', at },
            newId,
            events,
          ),
        ),
      async lines(role: Role, query: Record<string, string> = {}): Promise<TrailLine[]> {
        const desk = await auditDesk(reader(role));
        return (await desk.list(readTrailView(query), new Map())).lines;
      },
      desk: (role: Role) => auditDesk(reader(role)),
    };
  }
  const types = (lines: TrailLine[]) => lines.map(({ type }) => type);

  it('tells an admin what is the firm’s own, and of no customer whatever the URL asks for', async () => {
    const { put, lines } = aFirm();
    await put([settings, assessed, { ...assessed, submissionId: 'customer-2' }]);
    expect(types(await lines('admin'))).toEqual(['case_settings.changed']);
    expect(types(await lines('admin', { person: 'ada' }))).toEqual(['case_settings.changed']);
    expect(await lines('admin', { kind: 'customers' })).toEqual([]);
    expect(types(await lines('compliance_officer', { kind: 'customers' }))).toEqual([
      'risk.assessed',
      'risk.assessed',
    ]);
    expect(await lines('compliance_officer')).toHaveLength(3);
  });

  it('says what changed from what to what, and names users and reasons', async () => {
    const { tenantId, put, lines } = aFirm();
    const user = { id: newId(), tenantId, email: 'b@firm.example', emailKey: tenantId, name: 'Basma' };
    await db()
      .insert(staffUsers)
      .values({ ...user, role: 'admin', createdAt: AT });
    const reason = { id: newId(), tenantId, purpose: 'reject', words: 'Outside of our appetite' } as const;
    await db()
      .insert(decisionReasons)
      .values({ ...reason, isActive: true, createdAt: AT });
    const changed: AuditEvent = {
      type: 'staff.changed',
      submissionId: null,
      data: {
        userId: user.id,
        from: { role: 'relationship_manager', employeeId: 'e-1' },
        to: { role: 'admin', employeeId: null },
      },
    };
    const added: AuditEvent = {
      type: 'reason.added',
      submissionId: null,
      data: { reasonId: reason.id, purpose: 'reject' },
    };
    await put([settings, changed, added]);
    const told = Object.fromEntries((await lines('admin')).map((line) => [line.type, line]));
    expect(told['case_settings.changed']).toMatchObject({
      changes: [{ field: 'reviewMonths.High', from: 12, to: 6 }],
    });
    expect(told['staff.changed']).toMatchObject({
      facts: { user: 'Basma' },
      changes: [
        { field: 'role', from: 'relationship_manager', to: 'admin' },
        { field: 'employee', from: 'e-1', to: null },
      ],
    });
    expect(told['reason.added']).toMatchObject({ facts: { words: reason.words, purpose: 'reject' } });
  });

  it('narrows to a kind, a person and a day, each event once over many pages, and keeps to its tenant', async () => {
    const { put, desk, lines } = aFirm();
    const signIn = (userId: string): AuditEvent => ({
      type: 'staff.signed_in',
      submissionId: null,
      data: { userId },
    });
    await put([settings], 'ada', new Date(AT.getTime() - 2 * DAY_MS));
    await put(
      Array.from({ length: 120 }, () => signIn('ada')),
      'ada',
    );
    await put([signIn('bea'), settings], 'bea', new Date(AT.getTime() + DAY_MS));
    expect(types(await lines('admin', { kind: 'settings' }))).toHaveLength(2);
    expect(types(await lines('admin', { kind: 'settings', person: 'bea' }))).toHaveLength(1);
    expect(types(await lines('admin', { until: '2026-11-20' }))).toEqual(['case_settings.changed']);
    expect(await lines('admin', { until: '2026-11-19' })).toEqual([]);
    for (const role of ['admin', 'compliance_officer'] as const) {
      const seen: TrailLine[] = [];
      for (let after: string | undefined, isEnd = false; !isEnd; ) {
        const page = await (await desk(role)).list({ after }, new Map());
        seen.push(...page.lines);
        after = page.next ?? undefined;
        isEnd = page.next === null;
      }
      expect(new Set(seen.map(({ id }) => id)).size).toBe(123);
      expect(seen).toHaveLength(123);
      expect(seen.map(({ at }) => at)).toEqual(
        seen
          .map(({ at }) => at)
          .sort()
          .reverse(),
      );
    }
    expect(await aFirm().lines('compliance_officer')).toEqual([]);
  });

  it('tells how far it is sealed and checks the chain from where a check stands', async () => {
    const { put, desk } = aFirm();
    const admin = await desk('admin');
    expect(await admin.standing()).toEqual({ sealed: 0, since: null, unsealed: 0 });
    await put([settings, settings, settings]);
    await sealAuditTrail(db());
    await put([settings]);
    expect(await admin.standing()).toEqual({ sealed: 3, since: AT.toISOString(), unsealed: 1 });
    const whole = await admin.check();
    expect(whole).toMatchObject({ head: { seq: 3 }, isEnd: true, broken: null });
    await sealAuditTrail(db());
    expect(await admin.check(whole.head)).toMatchObject({ head: { seq: 4 }, isEnd: true, broken: null });
    expect(await admin.check({ seq: 3, hash: 'a'.repeat(64) })).toMatchObject({
      broken: { seq: 4, fault: 'unlinked' },
    });
  });
});
