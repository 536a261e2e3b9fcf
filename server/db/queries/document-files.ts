import { and, asc, eq, gt, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import type { DbOrTx } from '../client';
import { documents } from '../schema';

/** A document's wrapped key, and what it is bound to. */
export type WrappedRow = { id: string; storageKey: string; sealedKey: Buffer; keyId: string };

/** A document whose bytes still lie as they were uploaded, by an installation from before the encryption. */
export type PlainRow = { id: string; storageKey: string };

/** Where the bytes of a document lie encrypted, and its wrapped key. */
export type StoredAt = { storageKey: string; sealedKey: Buffer; keyId: string };

/** Which of the given storage keys a document that is not deleted names. */
export async function recordedKeys(db: DbOrTx, storageKeys: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .select({ storageKey: documents.storageKey })
    .from(documents)
    .where(and(inArray(documents.storageKey, [...storageKeys]), isNull(documents.deletedAt)));
  return new Set(rows.map(({ storageKey }) => storageKey));
}

/** Whether there is the record of any document, deleted ones too. */
export async function hasDocuments(db: DbOrTx): Promise<boolean> {
  return (await db.select({ id: documents.id }).from(documents).limit(1)).length > 0;
}

/** The next documents after `after` (an id) that are not encrypted, in the order of their ids. */
export async function plainDocuments(db: DbOrTx, after: string, limit: number): Promise<PlainRow[]> {
  return db
    .select({ id: documents.id, storageKey: documents.storageKey })
    .from(documents)
    .where(and(isNull(documents.keyId), isNull(documents.deletedAt), gt(documents.id, after)))
    .orderBy(asc(documents.id))
    .limit(limit);
}

/** Puts on record where a document lies encrypted. False where it was deleted, or encrypted by another, meanwhile. */
export async function recordSealed(db: DbOrTx, { id, storageKey }: PlainRow, to: StoredAt): Promise<boolean> {
  const updated = await db
    .update(documents)
    .set(to)
    .where(
      and(
        eq(documents.id, id),
        eq(documents.storageKey, storageKey),
        isNull(documents.keyId),
        isNull(documents.deletedAt),
      ),
    )
    .returning({ id: documents.id });
  return updated.length > 0;
}

/** The names of the key-encryption keys that documents' keys are wrapped by, but for one of them. */
export async function keysInUse(db: DbOrTx, except: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ keyId: documents.keyId })
    .from(documents)
    .where(and(isNotNull(documents.sealedKey), ne(documents.keyId, except)));
  return rows.flatMap(({ keyId }) => keyId ?? []);
}

/** The next documents after `after` (an id) that are wrapped by a key, in the order of their ids. */
export async function wrappedBy(
  db: DbOrTx,
  keyId: string,
  after: string,
  limit: number,
): Promise<WrappedRow[]> {
  const { id, storageKey, sealedKey } = documents;
  const rows = await db
    .select({ id, storageKey, sealedKey })
    .from(documents)
    .where(and(eq(documents.keyId, keyId), isNotNull(sealedKey), gt(id, after)))
    .orderBy(asc(id))
    .limit(limit);
  return rows.flatMap((row) => (row.sealedKey ? { ...row, sealedKey: row.sealedKey, keyId } : []));
}

/** Puts newly wrapped keys on record, in one statement. A document that was deleted meanwhile, its key with it, is passed over. */
export async function recordRewrapped(
  db: DbOrTx,
  from: string,
  rows: readonly Pick<WrappedRow, 'id' | 'sealedKey' | 'keyId'>[],
): Promise<void> {
  if (rows.length === 0) return;
  const values = sql.join(
    rows.map(({ id, sealedKey, keyId }) => sql`(${id}::text, ${sealedKey}::bytea, ${keyId}::text)`),
    sql`, `,
  );
  await db.execute(sql`
    update documents set sealed_key = fresh.sealed_key, key_id = fresh.key_id
    from (values ${values}) as fresh (id, sealed_key, key_id)
    where documents.id = fresh.id and documents.key_id = ${from}`);
}
