import 'server-only';
import type { KycCall } from '@/lib/kyc/api';
import type { AuditEvent } from '../audit/events';
import { record } from '../audit/record';
import type { Database } from '../db/client';
import { inTransaction } from '../db/transaction';

/** What is put on record although it changes nothing: that somebody saw or took a customer's data. */
export type View = Extract<
  AuditEvent,
  {
    type:
      | 'profile.viewed'
      | 'report.downloaded'
      | 'document.viewed'
      | 'document.downloaded'
      | 'documents.archived'
      | 'versions.compared';
  }
>;

/** Puts a view on record before what was viewed is handed out. */
export async function recordView(
  db: Database,
  call: KycCall,
  view: View,
  parts: { at: Date; id: string },
): Promise<void> {
  const { tenantId, actor, requestId } = call;
  await inTransaction(db, (tx) => record(tx, { tenantId, actor, requestId, ...parts }, view));
}
