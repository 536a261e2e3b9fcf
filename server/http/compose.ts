import 'server-only';
import type pg from 'pg';
import type { KycApi } from '@/lib/kyc/api';
import type { RateGroup } from '@/lib/kyc/contract/operations';
import { newId as newUuid } from '@/lib/new-id';
import { type Database, database } from '../db/client';
import { findApiClient } from '../db/queries/api-clients';
import { env } from '../env';
import { kycApi } from '../kyc';
import { deriveKey } from '../secrets';
import { activeClients } from './api-clients';
import { appTokens } from './bearer';
import { reportFault } from './faults';
import { tokenIssuer } from './get-app-token';
import type { Fault, HttpParts } from './parts';
import { rateLimits } from './rate-limit';

/** What a face is composed of; tests pass their own. */
export type Composition = {
  kyc: KycApi;
  db: Database;
  pool: pg.Pool;
  /** Of app tokens, 32 bytes. */
  key: Uint8Array;
  /** Requests a minute of one client in each group. */
  perMinute: Record<RateGroup, number>;
  /** The installation's own tenant. */
  tenantId: string;
  clock?: () => Date;
  newId?: () => string;
  report?: (fault: Fault) => void;
};

/** The parts of one face over one database. */
export async function composeHttp(composition: Composition): Promise<HttpParts> {
  const { kyc, db, tenantId, clock = () => new Date(), newId = newUuid, report = reportFault } = composition;
  const [tokens, limits] = await Promise.all([
    appTokens({ key: composition.key, clock, newId }),
    rateLimits(composition.pool, composition.perMinute),
  ]);
  const clients = activeClients({ find: (appId) => findApiClient(db, appId), clock });
  const getAppToken = tokenIssuer({ db, limits, tokens, tenantId, clock, newId });
  return { kyc, tokens, clients, limits, getAppToken, newId, report };
}

/** On `globalThis`, because Next bundles each route by itself and all of them serve one face. */
const held = globalThis as typeof globalThis & { kycHttpParts?: Promise<HttpParts> | undefined };

/** The process's one face, composed from the environment at the first request; a failure is not remembered. */
export function httpParts(): Promise<HttpParts> {
  held.kycHttpParts ??= composeFromEnv().catch((error: unknown) => {
    held.kycHttpParts = undefined;
    throw error;
  });
  return held.kycHttpParts;
}

/**
 * Makes parts that are composed already the process's face, for programs that choose them themselves (tests). Returns a
 * function that takes them back.
 */
export function holdHttpParts(parts: HttpParts): () => void {
  const mine = Promise.resolve(parts);
  held.kycHttpParts = mine;
  return () => {
    if (held.kycHttpParts === mine) held.kycHttpParts = undefined;
  };
}

async function composeFromEnv(): Promise<HttpParts> {
  const { rateLimits: perMinute, tenantId } = env();
  const [kyc, { db, pool }] = await Promise.all([kycApi(), database()]);
  return composeHttp({ kyc, db, pool, key: deriveKey('app-token'), perMinute, tenantId });
}
