import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/new-id';
import { sealedEvents } from '../db/queries/audit';
import { auditEvents } from '../db/schema';
import { describeOnEachDatabase } from '../db/testing';
import { inTransaction } from '../db/transaction';
import { GENESIS } from './chain';
import { activityOf } from './read';
import { recordAll } from './record';
import { sealAuditTrail } from './seal';
import { verifyAuditTrail } from './verify';

describeOnEachDatabase('the audit trail', (kit) => {
  const at = new Date('2026-11-22T10:00:00.123Z');

  async function put(tenantId: string, count: number, submissionId: string = newId()): Promise<string> {
    await inTransaction(kit.db(), (tx) =>
      recordAll(
        tx,
        { tenantId, actor: { kind: 'system', id: 'test' }, requestId: 'r', at },
        newId,
        Array.from({ length: count }, (_, index) => ({
          type: 'answers.saved' as const,
          submissionId,
          data: { fieldIds: [`field-${index}`] },
        })),
      ),
    );
    return submissionId;
  }

  const refusal = expect.objectContaining({ cause: expect.objectContaining({ code: '23000' }) });

  describe('sealing', () => {
    it('links every event of a tenant once, without gaps, from the first on, over many batches', async () => {
      await put('seal', 7);
      expect(await verifyAuditTrail(kit.db(), 'seal')).toMatchObject({ sealed: 0, unsealed: 7, head: null });
      await sealAuditTrail(kit.db(), 3);
      const report = await verifyAuditTrail(kit.db(), 'seal');
      expect(report).toMatchObject({ sealed: 7, unsealed: 0, broken: null });
      const rows = await sealedEvents(kit.db(), 'seal', { limit: 100, after: 0 });
      expect(rows.map((row) => row.seq)).toEqual([1, 2, 3, 4, 5, 6, 7]);
      expect(rows[0]?.previousHash).toBe(GENESIS);
      expect(rows.map((row) => row.data)).toEqual(rows.map((_, index) => ({ fieldIds: [`field-${index}`] })));
      expect(report.head).toEqual({ seq: 7, hash: rows.at(-1)?.hash });
    });

    it('goes on where it stopped, and a second run changes nothing', async () => {
      await put('again', 2);
      await sealAuditTrail(kit.db());
      const before = await verifyAuditTrail(kit.db(), 'again');
      expect(await sealAuditTrail(kit.db())).toBe(0);
      expect(await verifyAuditTrail(kit.db(), 'again')).toEqual(before);
      await put('again', 1);
      await sealAuditTrail(kit.db());
      expect(await verifyAuditTrail(kit.db(), 'again')).toMatchObject({ sealed: 3, broken: null });
    });

    it('gives one chain when several sealers run at once', async () => {
      await put('race', 50);
      await Promise.all(Array.from({ length: 5 }, () => sealAuditTrail(kit.db(), 4)));
      await sealAuditTrail(kit.db());
      expect(await verifyAuditTrail(kit.db(), 'race')).toMatchObject({
        sealed: 50,
        unsealed: 0,
        broken: null,
      });
    });

    it('keeps each tenant a chain of its own', async () => {
      await put('left', 2);
      await put('right', 3);
      await sealAuditTrail(kit.db());
      expect(await verifyAuditTrail(kit.db(), 'left')).toMatchObject({ sealed: 2, broken: null });
      expect(await verifyAuditTrail(kit.db(), 'right')).toMatchObject({ sealed: 3, broken: null });
    });
  });

  describe('an event', () => {
    it('is refused every change and removal, before its sealing and after', async () => {
      const submissionId = await put('kept', 1);
      const own = sql`${auditEvents.submissionId} = ${submissionId}`;
      const change = () => kit.db().update(auditEvents).set({ type: 'other' }).where(own);
      const unseal = () => kit.db().update(auditEvents).set({ seq: null }).where(own);
      await expect(change()).rejects.toEqual(refusal);
      await sealAuditTrail(kit.db());
      await expect(change()).rejects.toEqual(refusal);
      await expect(unseal()).rejects.toEqual(refusal);
      await expect(kit.db().delete(auditEvents).where(own)).rejects.toEqual(refusal);
      await expect(kit.db().execute(sql`truncate audit_events`)).rejects.toEqual(refusal);
    });

    it('that somebody with the right to drop triggers changed, removed or added is found', async () => {
      const tamper = async (tenantId: string, statement: ReturnType<typeof sql>) => {
        await put(tenantId, 3);
        await sealAuditTrail(kit.db());
        await kit.db().execute(sql`alter table audit_events disable trigger audit_events_kept`);
        await kit.db().execute(statement);
        await kit.db().execute(sql`alter table audit_events enable trigger audit_events_kept`);
        return (await verifyAuditTrail(kit.db(), tenantId)).broken;
      };
      expect(
        await tamper(
          'changed',
          sql`update audit_events set data = '{"fieldIds":[]}' where tenant_id = 'changed' and seq = 2`,
        ),
      ).toEqual({ seq: 2, fault: 'changed' });
      expect(
        await tamper('removed', sql`delete from audit_events where tenant_id = 'removed' and seq = 2`),
      ).toEqual({ seq: 3, fault: 'gap' });
      expect(
        await tamper(
          'relinked',
          sql`update audit_events set previous_hash = repeat('a', 64) where tenant_id = 'relinked' and seq = 3`,
        ),
      ).toEqual({ seq: 3, fault: 'unlinked' });
    });
  });

  describe("a customer's activity", () => {
    it('comes newest first, page by page, each event once, and no other tenant reads it', async () => {
      const submissionId = await put('activity', 120);
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await activityOf(kit.db(), 'activity', submissionId, cursor);
        for (const event of page.events)
          if (event.type === 'answers.saved') seen.push(...event.data.fieldIds);
        cursor = page.next ?? undefined;
      } while (cursor);
      expect(seen).toEqual(Array.from({ length: 120 }, (_, index) => `field-${119 - index}`));
      expect((await activityOf(kit.db(), 'other', submissionId)).events).toEqual([]);
    });

    it('starts anew at a cursor that is none', async () => {
      const submissionId = await put('cursor', 1);
      for (const cursor of ['', 'x', 'W10', Buffer.from('[1e99,""]').toString('base64url')]) {
        expect((await activityOf(kit.db(), 'cursor', submissionId, cursor)).events).toHaveLength(1);
      }
    });
  });
});
