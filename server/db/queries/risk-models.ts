import { and, desc, eq, getTableColumns, inArray, ne, sql } from 'drizzle-orm';
import type { RiskModel } from '@/lib/risk/model';
import type { DbOrTx, Tx } from '../client';
import { riskModelVersions } from '../schema';

const V = riskModelVersions;
const { definition: _definition, ...line } = getTableColumns(V);

type Row = typeof V.$inferSelect;

/** A version without its definition. */
export type ModelVersionRow = Omit<Row, 'definition'>;

const one = (tenantId: string, version: number) => and(eq(V.tenantId, tenantId), eq(V.version, version));

/** The tenant's versions, the newest first. */
export async function modelVersions(db: DbOrTx, tenantId: string): Promise<ModelVersionRow[]> {
  return db.select(line).from(V).where(eq(V.tenantId, tenantId)).orderBy(desc(V.version));
}

/** One version with its definition. */
export async function findModelVersion(
  db: DbOrTx,
  tenantId: string,
  version: number,
): Promise<Row | undefined> {
  const [row] = await db.select().from(V).where(one(tenantId, version));
  return row;
}

/** One version, held until the transaction ends. */
export async function holdModelVersion(tx: Tx, tenantId: string, version: number): Promise<Row | undefined> {
  const [row] = await tx.select().from(V).where(one(tenantId, version)).for('update');
  return row;
}

/** The highest number that a version has; 0 before the first. */
export async function lastModelVersion(db: DbOrTx, tenantId: string): Promise<number> {
  const [row] = await db
    .select({ last: sql<number>`coalesce(max(${V.version}), 0)` })
    .from(V)
    .where(eq(V.tenantId, tenantId));
  return row?.last ?? 0;
}

/** Adds a draft; false where another one is open, or the number taken. */
export async function insertDraft(
  tx: Tx,
  { tenantId, model, by, at }: { tenantId: string; model: RiskModel; by: string; at: Date },
): Promise<boolean> {
  const draft = { tenantId, version: model.version, modelId: model.id, definition: model };
  const added = await tx
    .insert(V)
    .values({ ...draft, state: 'draft', draftedBy: by, createdAt: at, updatedAt: at })
    .onConflictDoNothing()
    .returning({ version: V.version });
  return added.length === 1;
}

/** What a version has to be, in order to be changed. */
export type ExpectedVersion = {
  tenantId: string;
  version: number;
  revision: number;
  states: readonly Row['state'][];
  /** Who must not have proposed it. */
  notBy?: string;
};

/** Changes a version that is as expected; undefined where it is not. */
export async function changeModelVersion(
  tx: Tx,
  { tenantId, version, revision, states, notBy }: ExpectedVersion,
  change: Partial<Omit<Row, 'tenantId' | 'version' | 'modelId'>>,
): Promise<ModelVersionRow | undefined> {
  const [row] = await tx
    .update(V)
    .set(change)
    .where(
      and(
        one(tenantId, version),
        eq(V.revision, revision),
        inArray(V.state, [...states]),
        notBy === undefined ? undefined : ne(V.proposedBy, notBy),
      ),
    )
    .returning(line);
  return row;
}
