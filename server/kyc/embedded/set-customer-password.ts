import { maskEmail } from '@/lib/format/mask';
import type { KycApi } from '@/lib/kyc/api';
import { KycError } from '@/lib/kyc/contract/errors';
import { PASSWORD_LINK_MINUTES } from '@/lib/kyc/password-link';
import { displayName } from '@/lib/kyc/vocabulary';
import { recordAll } from '../../audit/record';
import { makeLink } from '../../auth/links';
import { endCustomerSessions } from '../../db/queries/credentials';
import { insertAnswer } from '../../db/queries/idempotency';
import { contactOf } from '../../db/queries/submissions';
import { inTransaction } from '../../db/transaction';
import { nudgeMail, queueMail } from '../../mail/queue';
import { idempotent } from './idempotent';
import { nestedNames } from './names';
import type { EngineParts } from './parts';

/** `SetCustomerPassword`: ends the customer's sessions and earlier links, and mails a new link. Contract section 3. */
export function setCustomerPassword(parts: EngineParts): KycApi['setCustomerPassword'] {
  const { db, clock, newId } = parts;
  return (call, input) =>
    idempotent(parts, call, 'setCustomerPassword', input, async (keep) => {
      const { tenantId } = call;
      const { submissionId, userType } = input;
      const result = await inTransaction(db, async (tx) => {
        const contact = await contactOf(tx, tenantId, submissionId);
        if (contact === undefined || contact.userType !== userType) throw new KycError(404);
        const at = clock();
        const answer = { submissionId, emailSentTo: maskEmail(contact.email) };
        const kept = keep(answer);
        if (kept) await insertAnswer(tx, kept);
        // First, because it holds the row: of two links that are asked for at once the later one ends the earlier.
        await endCustomerSessions(tx, submissionId);
        const target = { tenantId, purpose: 'customer_password', subjectId: submissionId } as const;
        const { url } = await makeLink(tx, { ...target, minutes: PASSWORD_LINK_MINUTES }, at);
        const customerName = displayName(nestedNames(contact)) ?? submissionId;
        const mail = {
          kind: 'password_link',
          tenantId,
          recipient: contact.email,
          submissionId,
          values: { customerName, url, minutes: PASSWORD_LINK_MINUTES },
        } as const;
        const queued = await queueMail(tx, mail, at, newId());
        const reason = call.reason ?? null;
        await recordAll(tx, { ...call, at }, newId, [
          { type: 'credentials.reset_requested', submissionId, data: { reason } },
          queued,
        ]);
        return answer;
      });
      nudgeMail();
      return result;
    });
}
