import 'server-only';
import { CLOCK_JOBS, type ClockJob, type JobName } from '@/lib/jobs';
import type { JobsView } from '@/lib/jobs-view';
import type { KycCall } from '@/lib/kyc/api';
import { KycError } from '@/lib/kyc/contract/errors';
import { newId } from '@/lib/new-id';
import { record } from '../audit/record';
import { database } from '../db/client';
import { takeUpRun } from '../db/queries/job-runs';
import { inTransaction } from '../db/transaction';
import { sendRun } from './boss';
import { nudgeJob } from './nudge';
import { readJobs } from './view';

/** A run that a person asked for: it is not held up by a next try that waits. Of those at most one waits. */
const ASKED = { data: { asked: true }, key: 'asked' };

/** The jobs of the process's database, for the page, route or action that has asked for the permission `jobs:manage`. */
export async function jobsDesk() {
  const open = await database();
  return {
    view: (tenantId: string): Promise<JobsView> => readJobs(open, tenantId, new Date()),

    /** Asks for a run of a clock's job now. False where one that was asked for waits already. */
    async runNow(call: KycCall, job: ClockJob): Promise<boolean> {
      const isNew = await inTransaction(open.db, async (tx) => {
        await record(tx, context(call), { type: 'job.run_now', submissionId: null, data: { job } });
        return sendRun(tx, job, ASKED.data, { key: ASKED.key });
      });
      nudgeJob(job);
      return isNew;
    },

    /** Runs what was given up anew, with the same data, and marks the old run as taken up. Of two who ask one does it. */
    async runAgain(call: KycCall, job: JobName, runId: string): Promise<void> {
      await inTransaction(open.db, async (tx) => {
        const old = await takeUpRun(tx, job, runId, new Date());
        if (!old) throw new KycError(409, { message: 'It is run again already, or is no longer kept.' });
        const { data, key } = job in CLOCK_JOBS ? ASKED : old;
        await sendRun(tx, job, data ?? {}, { key: key ?? undefined });
        await record(tx, context(call), { type: 'job.run_again', submissionId: null, data: { job, runId } });
      });
      nudgeJob(job);
    },
  };
}

function context({ tenantId, actor, requestId }: KycCall) {
  return { tenantId, actor, requestId, at: new Date(), id: newId() };
}
