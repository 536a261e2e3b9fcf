import { staffRoute } from '@/server/auth/staff-route';
import { caseDesk } from '@/server/casework/desk';

/** What happened to a customer, newest first. */
export const GET = staffRoute<{ submissionId: string }>({
  permission: ['customers:list:own', 'customers:list:all'],
  handler: async ({ session, params, query }) => {
    const desk = await caseDesk(session);
    const { submissionId } = await desk.get(params.submissionId);
    return desk.activity(submissionId, query.get('after') ?? undefined);
  },
});
