import 'server-only';
import { dayOf } from '@/lib/days';
import { may, type Role } from '@/lib/auth/permissions';
import type { KycCall } from '@/lib/kyc/api';
import type { CaseSettings, OverduePreview } from '@/lib/kyc/case-settings';
import { KycError } from '@/lib/kyc/contract/errors';
import { newId } from '@/lib/new-id';
import { record } from '../audit/record';
import { database } from '../db/client';
import { readCaseSettings, writeCaseSettings } from '../db/queries/case-settings';
import { findProgress } from '../db/queries/job-progress';
import { countOverdue, OVERDUE_LIMIT, someBecomingOverdue } from '../db/queries/review-schedule';
import { inTransaction } from '../db/transaction';
import { enqueue, nudgeJob } from '../queue/enqueue';

/** A firm's settings, on the process's database. */
export async function caseSettingsDesk(call: KycCall) {
  const { db } = await database();
  const { tenantId, actor, requestId } = call;
  return {
    read: () => readCaseSettings(db, tenantId),
    /** How far the calendar has followed a revision; null where it has not begun. */
    async progress(revision: number) {
      const row = await findProgress(db, `reschedule:${tenantId}:${revision}`);
      return row ? { done: row.done, total: row.total, isFinished: row.finishedAt !== null } : null;
    },
    /**
     * How many customers are overdue today, now and with other months. Some of those who become it are named to who may read all
     * reviews: the names would tell an admin who is at which level.
     */
    async preview({ reviewMonths }: Pick<CaseSettings, 'reviewMonths'>, role: Role): Promise<OverduePreview> {
      const today = dayOf(new Date());
      const { now, then } = await countOverdue(db, tenantId, today, reviewMonths);
      const counts = { now: capped(now), then: capped(then) };
      if (!may(role, 'reviews:read:all')) return counts;
      return { ...counts, becoming: await someBecomingOverdue(db, tenantId, today, reviewMonths, NAMED) };
    },
    /** Sets them, on record, and has the calendar follow; a 409 where somebody else changed them since `basedOn`. */
    async save(value: CaseSettings, basedOn: number): Promise<{ revision: number }> {
      const saved = await inTransaction(db, async (tx) => {
        const { value: before } = await readCaseSettings(tx, tenantId);
        const at = new Date();
        const row = { tenantId, value, changedBy: actor.id, changedAt: at };
        const revision = await writeCaseSettings(tx, row, basedOn);
        if (revision === undefined) throw new KycError(409, { message: TAKEN });
        await record(
          tx,
          { tenantId, actor, requestId, at, id: newId() },
          { type: 'case_settings.changed', submissionId: null, data: difference(before, value) },
        );
        await enqueue(tx, 'reschedule', { tenantId, revision }, { key: `${tenantId}:${revision}` });
        return revision;
      });
      nudgeJob('reschedule');
      return { revision: saved };
    },
  };
}

/** How many customers a preview names. */
const NAMED = 5;

const TAKEN = 'Somebody else changed the settings meanwhile. Look at theirs before you save yours.';

const capped = (count: number) => ({ count: Math.min(count, OVERDUE_LIMIT), more: count > OVERDUE_LIMIT });

/** What is another, by the name of the setting. */
function difference(before: CaseSettings, after: CaseSettings) {
  const [a, b] = [flat(before), flat(after)];
  const names = Object.keys(b).filter((name) => a[name] !== b[name]);
  const of = (values: Record<string, number>) =>
    Object.fromEntries(names.map((name) => [name, values[name] ?? 0]));
  return { from: of(a), to: of(b) };
}

function flat({ reviewMonths, ...days }: CaseSettings): Record<string, number> {
  const months = Object.entries(reviewMonths).map(([level, count]) => [`reviewMonths.${level}`, count]);
  return { ...Object.fromEntries(months), ...days };
}
