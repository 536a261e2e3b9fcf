import 'server-only';
import { cache } from 'react';
import type { KycApi, KycCall } from '@/lib/kyc/api';
import type { CaptureView } from '@/lib/kyc/capture';
import { KycError } from '@/lib/kyc/contract/errors';
import { database } from '../db/client';
import { type DirectoryRow, findEntry } from '../db/queries/directory';
import { captureView } from './capture';

/** A customer's session: the one submission that it opens. */
type Session = { tenantId: string; submissionId: string };

/** The signed-in customer's own line of the directory. */
export async function ownCustomer({ tenantId, submissionId }: Session): Promise<DirectoryRow> {
  const { db } = await database();
  const customer = await findEntry(db, tenantId, { kind: 'tenant' }, submissionId);
  if (customer === undefined) throw new KycError(404);
  return customer;
}

/** One page request renders one customer's layout, page and title: all of them share its reading. */
const shared = cache((): { view?: Promise<CaptureView> } => ({}));

/** The signed-in customer's own form and all that stands around it, read once a page request. */
export function ownView(api: KycApi, call: KycCall, session: Session): Promise<CaptureView> {
  const held = shared();
  held.view ??= readView(api, call, session);
  return held.view;
}

async function readView(api: KycApi, call: KycCall, session: Session): Promise<CaptureView> {
  const { db } = await database();
  return captureView(api, db, call, await ownCustomer(session));
}
