import 'server-only';
import type { KycCall } from '@/lib/kyc/api';
import type { Profile } from '@/lib/kyc/contract/profiles';
import { newId } from '@/lib/new-id';
import { record } from '../audit/record';
import type { Database } from '../db/client';
import { answerRequest, openRequests, type RequestRow } from '../db/queries/requests';
import { inTransaction } from '../db/transaction';

/**
 * Closes the requests whose document or answer has come since they were made, in a profile that is held on somebody else's server: there
 * is nobody else to tell us. A request that asks for both is answered by the document.
 */
export async function closeReturned(
  db: Database,
  call: KycCall,
  profile: Profile,
  submissionId: string,
): Promise<void> {
  const { tenantId, requestId } = call;
  const returned = (await openRequests(db, tenantId, submissionId)).filter((request) =>
    hasReturned(request, profile),
  );
  if (returned.length === 0) return;
  const at = new Date();
  await inTransaction(db, async (tx) => {
    const closed: string[] = [];
    for (const { id } of returned) {
      if (await answerRequest(tx, { tenantId, submissionId, id }, at)) closed.push(id);
    }
    if (closed.length === 0) return;
    const context = {
      tenantId,
      actor: { kind: 'system', id: 'observer' },
      requestId,
      at,
      id: newId(),
    } as const;
    await record(tx, context, { type: 'information.answered', submissionId, data: { requestIds: closed } });
  });
}

function hasReturned({ fieldId, documentTypeId, createdAt }: RequestRow, profile: Profile): boolean {
  const since = (moment: string | undefined) =>
    moment !== undefined && Date.parse(moment) > createdAt.getTime();
  return documentTypeId === null
    ? profile.answers.some((one) => (one.fieldID ?? one.field?.id) === fieldId && since(one.answeredAt))
    : profile.documents.some((one) => one.documentTypeId === documentTypeId && since(one.uploadedAt));
}
