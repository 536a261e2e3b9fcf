import { eq } from 'drizzle-orm';
import type { KycApi, KycCall } from '@/lib/kyc/api';
import type { KycState } from '@/lib/kyc/contract/lists';
import { newId } from '@/lib/new-id';
import type { AuditEvent } from '../audit/events';
import type { Database } from '../db/client';
import { auditEvents } from '../db/schema';
import type { DocumentVault } from '../documents/vault';
import { embeddedKyc } from '../kyc/embedded';
import { Capture } from '../kyc/embedded/capture.suite';
import { aCall, TENANT } from '../kyc/embedded/fixtures.suite';
import { aPdf, type FilePlan, uploadOf } from '../kyc/files.suite';

export { TENANT };

/** A call of a member of compliance. */
export const officer = {
  tenantId: TENANT,
  actor: { kind: 'staff', id: 'officer-1', name: 'Ingrid', employeeId: null },
  requestId: 'request-1',
} as const satisfies KycCall;

/** Customers with documents in a real vault, and the audit trail of what was done with them. */
export class Room {
  readonly capture: Capture;
  readonly #kit: { db(): Database };
  readonly #vault: () => DocumentVault;

  constructor(kit: { db(): Database }, vault: () => DocumentVault) {
    this.#kit = kit;
    this.#vault = vault;
    this.capture = new Capture(() => kit.db());
  }

  get db(): Database {
    return this.#kit.db();
  }

  get api(): KycApi {
    return embeddedKyc({ db: this.db, clock: () => this.capture.now, newId, vault: this.#vault() });
  }

  /** A customer in a state. */
  async customer(state: KycState = 'ComplianceReview') {
    const submissionId = await this.capture.standing(state);
    return { submissionId, userType: 'IndividualCustomer', displayName: 'John Doe' };
  }

  /** Uploads a file, by a system, which is held to no state; gives its id. */
  async upload(submissionId: string, plan: FilePlan = {}): Promise<string> {
    this.capture.pass(1_000);
    const parts = uploadOf({ originalFileName: 'a.pdf', content: aPdf(), ...plan });
    const [document] = await this.api.uploadDocuments(aCall(), { submissionId, parts });
    return document?.id ?? '';
  }

  /** The events of one kind on a customer, in their order, with who did it. */
  async events(submissionId: string, type: AuditEvent['type']) {
    const rows = await this.db.select().from(auditEvents).where(eq(auditEvents.submissionId, submissionId));
    return rows.filter((row) => row.type === type).map(({ data, actorId }) => ({ data, actorId }));
  }
}

/** All bytes of a stream. */
export async function bytesOf(content: ReadableStream<Uint8Array> | Uint8Array): Promise<Buffer> {
  return Buffer.from(await new Response(content as ReadableStream<Uint8Array>).arrayBuffer());
}
