import { staffRoute } from '@/server/auth/staff-route';
import { outboxDesk } from '@/server/mail/outbox-desk';

/** A page of the outbox. */
export const GET = staffRoute({
  permission: 'outbox:read',
  handler: async ({ session, query }) =>
    (await outboxDesk(session.tenantId)).list(query.get('after') ?? undefined),
});
