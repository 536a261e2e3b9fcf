import 'server-only';
import type { KycCall } from '@/lib/kyc/api';
import type { StaffSession } from './session';

/** What goes along with a call of the KYC API that a member of the staff makes. */
export function kycCall(session: StaffSession, requestId: string): KycCall {
  const { tenantId, user } = session;
  return { tenantId, actor: { kind: 'staff', id: user.id, name: user.name }, requestId };
}
