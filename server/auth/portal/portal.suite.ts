import { eq } from 'drizzle-orm';
import { newId } from '@/lib/new-id';
import { auditEvents, mails } from '../../db/schema';
import type { DatabaseKit } from '../../db/testing';
import { embeddedKyc } from '../../kyc/embedded';
import { aCall, aForm, anEmployee, aPerson, TENANT } from '../../kyc/embedded/fixtures.suite';
import { openBody } from '../../mail/seal';
import { deriveKey } from '../../secrets';
import { acceptPassword } from '../customer-password';
import { findPortalSession } from './session';
import { signInToPortal } from './sign-in';

export const PASSWORD = 'three green kettles 81';
export const start = new Date('2026-11-22T10:00:00Z');
export const after = (seconds: number) => new Date(start.getTime() + seconds * 1000);

/** Customers before the portal's door, on a test's database. */
export function portalScene(kit: DatabaseKit) {
  const kyc = () => embeddedKyc({ db: kit.db(), clock: () => start, newId });

  /** A customer and the token of the welcome mail's link. */
  async function invited() {
    const ground = { employeeId: await anEmployee(kit.db()), formId: await aForm(kit.db()) };
    const email = `${newId()}@example.com`;
    const { submissionId } = await kyc().addCustomer(aCall(), aPerson(ground, { customerEmail: email }));
    return { email, submissionId, token: tokenIn(await newestMail(submissionId)) };
  }

  /** A customer who has set the password. */
  async function settled() {
    const customer = await invited();
    const given = { token: customer.token, password: PASSWORD };
    const { session } = await acceptPassword(kit.db(), given, newId(), start);
    return { ...customer, session };
  }

  async function newestMail(submissionId: string) {
    const found = await kit
      .db()
      .select()
      .from(mails)
      .where(eq(mails.submissionId, submissionId))
      .orderBy(mails.id);
    const mail = found.at(-1);
    if (!mail?.sealedBody) throw new Error('no mail');
    return { kind: mail.kind, text: openBody(deriveKey('mail'), mail.id, mail.sealedBody).text };
  }

  function attempt(email: string, password = PASSWORD, at = start, address: string = newId()) {
    const given = { tenantId: TENANT, email, password, address, requestId: newId() };
    return signInToPortal(kit.db(), given, at);
  }

  const eventsOf = async (type: 'customer.signed_in' | 'customer.sign_in_refused' | 'customer.signed_out') =>
    (await kit.db().select().from(auditEvents).where(eq(auditEvents.type, type)).orderBy(auditEvents.id)).map(
      ({ submissionId, actorKind, data }) => ({ submissionId, actorKind, data }),
    );

  const sessionOf = (token: string, at = start) => findPortalSession(kit.db(), token, at);

  return { kyc, invited, settled, newestMail, attempt, eventsOf, sessionOf };
}

export function tokenIn({ text }: { text: string }): string {
  return /#([\w-]{43})/.exec(text)?.[1] ?? '';
}
