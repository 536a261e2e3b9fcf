import { newId } from '@/lib/new-id';
import { sealAuditTrail } from '../audit/seal';
import { warnOfExpiry } from '../casework/expiry-warnings';
import type { Database } from '../db/client';
import { ANSWERS_KEPT_MS, forgetAnswersBefore } from '../db/queries/idempotency';
import { deleteLinksExpiredBefore } from '../db/queries/links';
import { documentStore } from '../documents/open-store';
import { sealPlainDocuments } from '../documents/seal-plain';
import { sweepDocuments } from '../documents/sweep';
import { documentVault } from '../documents/vault';
import type { Env } from '../env';
import { sendDueMail } from '../mail/send';
import type { Task } from './runner';

export const MAIL_TASK = 'send-mail';
export const SEAL_DOCUMENTS_TASK = 'seal-documents';

/** For how long an expired link is still told from one that never was. */
const LINK_MEMORY_MS = 7 * 24 * 60 * 60_000;

/** What the product does on its own, as tasks over one database. */
export function tasksOf(
  db: Database,
  { smtpUrl, mailFrom, origin }: Pick<Env, 'smtpUrl' | 'mailFrom' | 'origin'>,
): Task[] {
  const clock = () => new Date();
  return [
    {
      name: MAIL_TASK,
      cron: '* * * * *',
      pollSeconds: 10,
      run: (signal) =>
        sendDueMail({ db, smtpUrl, from: mailFrom, clock, newId, random: Math.random, signal }),
    },
    {
      name: 'seal-audit-trail',
      cron: '* * * * *',
      pollSeconds: 15,
      run: async () => {
        await sealAuditTrail(db);
      },
    },
    {
      // Once an hour, so that a day is not lost to a process that was down; a warning is given once all the same.
      name: 'warn-of-expiry',
      cron: '47 * * * *',
      pollSeconds: 60,
      run: async (signal) => {
        await warnOfExpiry({ db, origin, clock, newId, signal });
      },
    },
    {
      // Asked for at each start: only an installation from before the encryption has something to do.
      name: SEAL_DOCUMENTS_TASK,
      cron: '27 * * * *',
      pollSeconds: 60,
      run: async (signal) => {
        await sealPlainDocuments({ db, store: documentStore(), vault: documentVault(), signal });
      },
    },
    {
      name: 'sweep-documents',
      cron: '37 3 * * *',
      pollSeconds: 60,
      run: async (signal) => {
        await sweepDocuments({ db, store: documentStore(), at: clock(), signal });
      },
    },
    { name: 'purge', cron: '17 * * * *', pollSeconds: 60, run: () => purge(db, clock()) },
  ];
}

/** Removes what has outlived its use. */
export async function purge(db: Database, at: Date): Promise<void> {
  await forgetAnswersBefore(db, new Date(at.getTime() - ANSWERS_KEPT_MS));
  await deleteLinksExpiredBefore(db, new Date(at.getTime() - LINK_MEMORY_MS));
}
