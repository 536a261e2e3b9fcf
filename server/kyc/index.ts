import 'server-only';
import type { KycApi } from '@/lib/kyc/api';
import type { KycOffice } from '@/lib/kyc/office';
import { newId } from '@/lib/new-id';
import type { RiskModelOffice } from '@/lib/risk/model-office';
import { observeRemote } from '../casework/observe';
import { type Database, database } from '../db/client';
import { env } from '../env';
import { type EngineParts, embeddedKyc, embeddedOffice } from './embedded';
import { embeddedRiskModels, reassess, tryModel } from './embedded/risk-models';
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

/** The life of the risk model; undefined in front of somebody else's server, which has a model of its own. */
export async function kycRiskModels(): Promise<RiskModelOffice | undefined> {
  return env().remote === undefined ? embeddedRiskModels(await parts()) : undefined;
}

/** The work on the whole book that a risk model asks for, on one database. */
export function riskModelWork(db: Database) {
  const own = { db, clock: () => new Date(), newId };
  return { reassess: reassess(own), 'try-model': tryModel(own) };
}

async function parts(): Promise<EngineParts> {
  const { db } = await database();
  return { db, clock: () => new Date(), newId };
}
