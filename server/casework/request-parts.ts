import 'server-only';
import type { KycApi } from '@/lib/kyc/api';
import { database } from '../db/client';
import type { RequestParts } from './requests';

/** What the use cases of `requests.ts` work with, on the process's database, as of now. */
export async function requestParts(api: KycApi, call: RequestParts['call']): Promise<RequestParts> {
  const { db } = await database();
  return { api, db, call, at: new Date() };
}
