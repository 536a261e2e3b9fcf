import 'server-only';
import { cookies } from 'next/headers';
import { newId } from '@/lib/new-id';
import { paths } from '@/lib/paths';
import { record } from '../../audit/record';
import { database } from '../../db/client';
import { inTransaction } from '../../db/transaction';
import { isForeign } from '../data-route';
import { customerCall } from '../kyc-call';
import { portalSession } from './session';
import { portalCookie } from './session-token';

/**
 * Ends the browser's session and leads to the sign-in page: the target of a plain form, so that it works without a script.
 * A session that was over already leaves nothing to tell; another site's page ends none.
 */
export async function leavePortal(request: Request): Promise<Response> {
  if (isForeign(request)) return new Response(null, { status: 403 });
  const session = await portalSession();
  if (session) {
    const { tenantId, actor, requestId } = customerCall(session, newId());
    const context = { tenantId, actor, requestId, at: new Date(), id: newId() };
    await inTransaction((await database()).db, (tx) =>
      record(tx, context, { type: 'customer.signed_out', submissionId: session.submissionId, data: {} }),
    );
  }
  const { name, options } = portalCookie();
  (await cookies()).set(name, '', { ...options, maxAge: 0 });
  return new Response(null, {
    status: 303,
    headers: { Location: paths.portalSignIn, 'Cache-Control': 'no-store' },
  });
}
