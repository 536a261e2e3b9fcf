import 'server-only';
import type { KycApi } from '@/lib/kyc/api';
import type { KycOffice } from '@/lib/kyc/office';
import { newId } from '@/lib/new-id';
import { observeRemote } from '../casework/observe';
import { database } from '../db/client';
import { env } from '../env';
import { type EngineParts, embeddedKyc, embeddedOffice } from './embedded';
import { remoteKyc } from './remote';

/** On `globalThis`, because Next bundles each route by itself and all of them share the one token. */
const held = globalThis as typeof globalThis & { kycRemote?: KycApi | undefined };

/** The KYC API of this installation: the embedded engine, or somebody else's server with our own record around it. */
export async function kycApi(): Promise<KycApi> {
  const { remote } = env();
  const own = await parts();
  if (remote === undefined) return embeddedKyc(own);
  held.kycRemote ??= remoteKyc(remote);
  return observeRemote(held.kycRemote, own);
}

/** What only the embedded engine can do; undefined in front of somebody else's server. */
export async function kycOffice(): Promise<KycOffice | undefined> {
  return env().remote === undefined ? embeddedOffice(await parts()) : undefined;
}

async function parts(): Promise<EngineParts> {
  const { db } = await database();
  return { db, clock: () => new Date(), newId };
}
