import * as z from 'zod';
import { staffRoute } from '@/server/auth/staff-route';
import { caseDesk } from '@/server/casework/desk';

const body = z.object({ words: z.string().catch('') }).catch({ words: '' });

/** The customers that the search from anywhere proposes. What is typed may be a name, so it comes in the body. */
export const POST = staffRoute({
  permission: ['customers:list:own', 'customers:list:all'],
  handler: async ({ session, request }) =>
    (await caseDesk(session)).search(body.parse(await request.json().catch(() => null)).words),
});
