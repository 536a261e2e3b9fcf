import type { OperationInput, OperationName, OperationOutput } from './contract/operations';

/** Who acts, as the audit trail names them. `id` is opaque; no personal data but the staff member's own name. */
export type Actor =
  /** `employeeId` is the employee that the member of staff is tied to: who answers on a customer's behalf. */
  | { kind: 'staff'; id: string; name: string; employeeId?: string | null }
  | { kind: 'apiClient'; id: string }
  /** The customer itself, by its submission's id. */
  | { kind: 'customer'; id: string }
  | { kind: 'system'; id: string };

/** What goes along with every call of the port. */
export type KycCall = {
  /** Whose customers: every id is looked up within it. */
  tenantId: string;
  actor: Actor;
  /** Ties log lines, audit events and error pages together; 1 to 64 characters. */
  requestId: string;
  /** The same key and input within 24 hours give the first answer again, once. Contract section 1. */
  idempotencyKey?: string;
  /** Why, where the screen asks for it; kept in the audit trail. */
  reason?: string;
};

/** The operations of the port: all of the contract's but the token, which is a matter of HTTP. */
export type KycOperation = Exclude<OperationName, 'getAppToken'>;

/**
 * The KYC API as one port, derived from the operations table. The embedded engine and the remote client implement it;
 * screens, actions and the HTTP face call it. Every refusal is a `KycError`.
 */
export type KycApi = {
  [K in KycOperation]: (call: KycCall, input: OperationInput<K>) => Promise<OperationOutput<K>>;
};
