import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import type { KycApi, KycCall } from '@/lib/kyc/api';
import { newId } from '@/lib/new-id';
import { type DatabaseKit, describeOnEachDatabase } from '../db/testing';
import { composeHttp } from '../http/compose';
import { type Face, serveFace } from '../http/face.suite';
import { strictClient } from '../http/strict-client.suite';
import { embeddedKyc } from './embedded';
import { APP_SECRET, appIdOf, layGround, type SuiteTenant, TENANTS } from './ground.suite';
import { behavesAsSubmissions } from './kyc-api.section6.suite';
import { behavesAsDocuments } from './kyc-api.section7.suite';
import { behavesAsKycApi, type Side } from './kyc-api.suite';
import { remoteKyc } from './remote';
import { vaultKit } from './vault.suite';

const PLENTY = 1_000_000;
const perMinute = { create: PLENTY, retrieve: PLENTY, download: PLENTY, other: PLENTY };
const key = randomBytes(32);
const fixed = { clock: () => new Date(), newId };

const ignore = () => undefined;

function callOf(tenantId: SuiteTenant): KycCall {
  return { tenantId, actor: { kind: 'staff', id: 'clerk-1', name: 'Clerk' }, requestId: 'suite' };
}

describeOnEachDatabase('the engine in process', (kit) => {
  const { vault } = vaultKit();
  let kyc: KycApi;
  beforeAll(async () => {
    await layGround(kit.db());
    kyc = embeddedKyc({ db: kit.db(), vault: vault(), ...fixed });
  });
  const side = (): Side => ({ db: kit.db, of: (tenant) => ({ kyc, call: callOf(tenant) }) });
  behavesAsKycApi(side, { actor: 'staff' });
  behavesAsSubmissions(side);
  behavesAsDocuments(side);
});

/** The engine behind a real HTTP server over the route files, for each test body. */
function overHttp(kit: DatabaseKit, client: (face: Face, tenant: SuiteTenant) => Promise<KycApi>) {
  const { vault } = vaultKit();
  let face: Face | undefined;
  const clients = new Map<SuiteTenant, KycApi>();
  beforeAll(async () => {
    await layGround(kit.db());
    const kyc = embeddedKyc({ db: kit.db(), vault: vault(), ...fixed });
    const parts = await composeHttp({
      ...fixed,
      kyc,
      key,
      perMinute,
      db: kit.db(),
      pool: kit.pool(),
      tenantId: TENANTS[0],
    });
    face = await serveFace(parts);
    for (const tenant of TENANTS) clients.set(tenant, await client(face, tenant));
  });
  afterAll(() => face?.close());
  const side = (): Side => ({
    db: kit.db,
    of(tenant) {
      const kyc = clients.get(tenant);
      if (!kyc) throw new Error('The face is served in hooks and tests only');
      return { kyc, call: callOf(tenant) };
    },
  });
  behavesAsKycApi(side, { actor: 'apiClient' });
  behavesAsSubmissions(side);
  behavesAsDocuments(side);
}

describeOnEachDatabase('the engine through its HTTP face', (kit) => {
  overHttp(kit, async ({ origin }, tenantId) => {
    const response = await fetch(`${origin}/api/AppSessionManager/GetAppToken`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ appId: appIdOf(tenantId), appSecret: APP_SECRET, tenantId }),
    });
    const { result } = (await response.json()) as { result: { token: string } };
    return strictClient(origin, result.token);
  });
});

describeOnEachDatabase('the remote client before that face', (kit) => {
  overHttp(kit, async ({ origin }, tenantId) =>
    remoteKyc(
      {
        apiUrl: `${origin}/api`,
        authUrl: origin,
        appId: appIdOf(tenantId),
        appSecret: APP_SECRET,
        tenantId,
        timeoutMs: 20_000,
      },
      { log: { info: ignore, warn: ignore, error: ignore } },
    ),
  );
});
