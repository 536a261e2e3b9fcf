import 'server-only';
import type { Actor, KycCall } from '@/lib/kyc/api';
import type { PortalSession } from './portal/session';
import type { StaffSession } from './session';

/** A call that a member of the staff makes: of the KYC API, or of a use case of our own. */
export type StaffCall = KycCall & { actor: Extract<Actor, { kind: 'staff' }> };

/** A call that a customer makes in the portal. */
export type CustomerCall = KycCall & { actor: Extract<Actor, { kind: 'customer' }> };

/** What goes along with a call of a signed-in member of the staff. */
export function kycCall(session: StaffSession, requestId: string): StaffCall {
  const { tenantId, user } = session;
  const { id, name, employeeId } = user;
  return { tenantId, actor: { kind: 'staff', id, name, employeeId }, requestId };
}

/** What goes along with a call of a signed-in customer. */
export function customerCall({ tenantId, submissionId }: PortalSession, requestId: string): CustomerCall {
  return { tenantId, actor: { kind: 'customer', id: submissionId }, requestId };
}
