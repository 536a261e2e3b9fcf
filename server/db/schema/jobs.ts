import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { WORK_JOBS } from '@/lib/jobs';
import { moment, tenantId } from './columns';

/**
 * How far a long piece of work has come. It is written in the transaction of each batch, so what it says done is done, and a run
 * that follows a kill goes on behind it.
 */
export const jobProgress = pgTable(
  'job_progress',
  {
    /** The piece of work: made once, for ever. A piece that is finished is never begun again under the same key. */
    key: text('key').primaryKey(),
    tenantId: tenantId(),
    job: text('job', { enum: WORK_JOBS }).notNull(),
    done: integer('done').notNull().default(0),
    /** How many there were when it began; what came or went since makes no difference. */
    total: integer('total').notNull(),
    /** The last one that is done, in the order that the work goes by; null before the first. */
    cursor: text('cursor'),
    /** What it works on, in a code or a number ("7" for a version). */
    note: text('note'),
    startedAt: moment('started_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
    finishedAt: moment('finished_at'),
  },
  (t) => [index('job_progress_newest').on(t.tenantId, t.startedAt)],
);
