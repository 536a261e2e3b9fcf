import { CLOCK_JOB_NAMES, CLOCK_JOBS, type ClockJob, cronOf } from '@/lib/jobs';
import { newId } from '@/lib/new-id';
import { sealAuditTrail } from '../audit/seal';
import { warnOfExpiry } from '../casework/expiry-warnings';
import type { Database } from '../db/client';
import { ANSWERS_KEPT_MS, forgetAnswersBefore } from '../db/queries/idempotency';
import { deleteProgressFinishedBefore } from '../db/queries/job-progress';
import { deleteLinksExpiredBefore } from '../db/queries/links';
import { documentStore } from '../documents/open-store';
import { sealPlainDocuments } from '../documents/seal-plain';
import { sweepDocuments } from '../documents/sweep';
import { documentVault } from '../documents/vault';
import type { Env } from '../env';
import { assessExpired, openDueReviews } from '../kyc/reviews';
import { sendDueMail } from '../mail/send';
import type { Job } from './runner';

/** For how long an expired link is still told from one that never was. */
const LINK_MEMORY_MS = 7 * 24 * 60 * 60_000;

/** For how long it can be read how a long piece of work went, once it is finished. */
const PROGRESS_MEMORY_MS = 7 * 24 * 60 * 60_000;

/** What a clock's job does, and how often an instance looks whether it is due, in seconds. */
type Task = { pollSeconds: number; run(signal: AbortSignal): Promise<unknown> };

/** What the product does by the clock, as jobs over one database. */
export function tasksOf(db: Database, env: Pick<Env, 'smtpUrl' | 'mailFrom' | 'origin'>): Job[] {
  const tasks = taskTable(db, env);
  return CLOCK_JOB_NAMES.map((name) => {
    const { pollSeconds, run } = tasks[name];
    const cron = cronOf(CLOCK_JOBS[name]);
    return {
      name,
      cron,
      pollSeconds,
      run: async (_data, signal) => run(signal).then(() => (signal.aborted ? 'more' : 'done')),
    };
  });
}

function taskTable(
  db: Database,
  { smtpUrl, mailFrom, origin }: Pick<Env, 'smtpUrl' | 'mailFrom' | 'origin'>,
): Record<ClockJob, Task> {
  const clock = () => new Date();
  return {
    'send-mail': {
      pollSeconds: 10,
      run: (signal) =>
        sendDueMail({ db, smtpUrl, from: mailFrom, clock, newId, random: Math.random, signal }),
    },
    'seal-audit-trail': { pollSeconds: 15, run: () => sealAuditTrail(db) },
    'warn-of-expiry': {
      pollSeconds: 60,
      run: (signal) => warnOfExpiry({ db, origin, clock, newId, signal }),
    },
    'assess-expired': {
      pollSeconds: 60,
      run: (signal) => assessExpired({ db, clock, newId, signal }),
    },
    'open-reviews': {
      pollSeconds: 60,
      run: (signal) => openDueReviews({ db, clock, newId, signal }),
    },
    // Asked for at each start: only an installation from before the encryption has something to do.
    'seal-documents': {
      pollSeconds: 60,
      run: (signal) => sealPlainDocuments({ db, store: documentStore(), vault: documentVault(), signal }),
    },
    'sweep-documents': {
      pollSeconds: 60,
      run: (signal) => sweepDocuments({ db, store: documentStore(), at: clock(), signal }),
    },
    purge: { pollSeconds: 60, run: () => purge(db, clock()) },
  };
}

/** Removes what has outlived its use. */
export async function purge(db: Database, at: Date): Promise<void> {
  await forgetAnswersBefore(db, new Date(at.getTime() - ANSWERS_KEPT_MS));
  await deleteProgressFinishedBefore(db, new Date(at.getTime() - PROGRESS_MEMORY_MS));
  await deleteLinksExpiredBefore(db, new Date(at.getTime() - LINK_MEMORY_MS));
}
