import { staffRoute } from '@/server/auth/staff-route';
import { caseDesk } from '@/server/casework/desk';

/** Who looked at a document or took it. */
export const GET = staffRoute<{ submissionId: string; documentId: string }>({
  permission: ['documents:read:own', 'documents:read:all'],
  handler: async ({ session, params }) => {
    const desk = await caseDesk(session);
    const { submissionId } = await desk.get(params.submissionId);
    return desk.documentReaders(submissionId, params.documentId);
  },
});
