import { notFound } from 'next/navigation';
import { cache } from 'react';
import { newId } from '@/lib/new-id';
import { kycCall } from '@/server/auth/kyc-call';
import { requireStaff } from '@/server/auth/session';
import { caseDesk } from '@/server/casework/desk';
import { kycApi } from '@/server/kyc';

/**
 * The form of a customer of the reader's own, read once a request; a foreign id and an unknown one give the same 404. Whoever opens it
 * sees the customer's answers, so that is on record as a view of the profile.
 */
export const openCapture = cache(async (segment: string) => {
  const session = await requireStaff('answers:write:own');
  const desk = await caseDesk(session);
  const submissionId = decodedSegment(segment);
  const customer = submissionId === undefined ? undefined : await desk.find(submissionId);
  if (customer === undefined) notFound();
  const view = await desk.capture(await kycApi(), kycCall(session, newId()), customer);
  return { session, view };
});

/** A page gets its segment as it stands in the address; what is wrongly encoded names nothing. */
export function decodedSegment(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
