import { join } from 'node:path';
import { newId } from '@/lib/new-id';
import type { OpenDatabase } from '@/server/db/client';
import { seedDemo } from '@/server/db/demo';
import { seedDirectory } from '@/server/db/demo/bulk';
import { staffId } from '@/server/db/demo/staff';
import { installationKeys } from '@/server/documents/key-file';
import { localStore } from '@/server/documents/local-store';
import { vaultOver } from '@/server/documents/vault';
import { embeddedRiskModels } from '@/server/kyc/embedded/risk-models';
import { shippedModel } from '@/server/risk/shipped';

type Wanted = { tenantId: string; customers: number; files: string };

/** A crowd in an empty database, and a risk model with another threshold that two people have just released. */
export async function makeReassessGround(
  open: OpenDatabase,
  { tenantId, customers, files }: Wanted,
): Promise<void> {
  const { db } = open;
  const keys = installationKeys({ dataDir: files, documentKeys: [] });
  const vault = vaultOver({ store: localStore(join(files, 'documents')), keys });
  await seedDemo(open, { tenantId, now: new Date(), vault, withEngine: true });
  await seedDirectory(db, { count: customers, tenantId, now: new Date() });
  await open.pool.query('vacuum (analyze)');
  const models = embeddedRiskModels({ db, clock: () => new Date(), newId });
  const as = (account: number) => ({
    tenantId,
    actor: { kind: 'staff', id: staffId(account), name: 'Bench' } as const,
    requestId: newId(),
  });
  const { version } = await models.startDraft(as(2), { version: shippedModel().version });
  const { definition } = await models.version(as(2), version);
  const [low, medium] = definition.thresholds;
  if (low && medium) low.to = medium.from -= 1;
  const { revision } = await models.changeDraft(as(2), { version, revision: 1, definition });
  await models.propose(as(2), { version, revision, note: 'Measured' });
  await models.release(as(3), { version, revision });
}
