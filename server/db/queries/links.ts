import { and, eq, gt, inArray, isNull, lt } from 'drizzle-orm';
import type { DbOrTx, Tx } from '../client';
import { type LINK_PURPOSES, oneTimeLinks } from '../schema';

export type LinkPurpose = (typeof LINK_PURPOSES)[number];

/** Whom a link is for: the staff user or the submission; an empty subject for the first admin. */
export type LinkTarget = { tenantId: string; purpose: LinkPurpose; subjectId: string };

/** A link as it is stored. */
export type LinkRow = typeof oneTimeLinks.$inferSelect;

/** A link as found by its token's hash. */
export type StoredLink = LinkTarget & { expiresAt: Date; usedAt: Date | null };

const columns = {
  tenantId: oneTimeLinks.tenantId,
  purpose: oneTimeLinks.purpose,
  subjectId: oneTimeLinks.subjectId,
  expiresAt: oneTimeLinks.expiresAt,
  usedAt: oneTimeLinks.usedAt,
};

export async function insertLink(tx: Tx, link: LinkRow): Promise<void> {
  await tx.insert(oneTimeLinks).values(link);
}

/** Ends every link to the target that is still unused. */
export async function endLinks(tx: Tx, target: LinkTarget, at: Date): Promise<void> {
  await tx
    .update(oneTimeLinks)
    .set({ usedAt: at })
    .where(
      and(
        eq(oneTimeLinks.tenantId, target.tenantId),
        eq(oneTimeLinks.purpose, target.purpose),
        eq(oneTimeLinks.subjectId, target.subjectId),
        isNull(oneTimeLinks.usedAt),
      ),
    );
}

/** The link of one of these purposes behind a token's hash, in whatever state it is. */
export async function findLink(
  db: DbOrTx,
  tokenHash: string,
  purposes: readonly LinkPurpose[],
): Promise<StoredLink | undefined> {
  const [link] = await db
    .select(columns)
    .from(oneTimeLinks)
    .where(and(eq(oneTimeLinks.tokenHash, tokenHash), inArray(oneTimeLinks.purpose, [...purposes])));
  return link;
}

/** Marks an open link as used and gives it, in one statement: of any number of callers at once one gets it. */
export async function takeLink(
  tx: Tx,
  tokenHash: string,
  purpose: LinkPurpose,
  at: Date,
): Promise<StoredLink | undefined> {
  const [link] = await tx
    .update(oneTimeLinks)
    .set({ usedAt: at })
    .where(
      and(
        eq(oneTimeLinks.tokenHash, tokenHash),
        eq(oneTimeLinks.purpose, purpose),
        isNull(oneTimeLinks.usedAt),
        gt(oneTimeLinks.expiresAt, at),
      ),
    )
    .returning(columns);
  return link;
}

/** Removes the links that expired before `before`; until then an old one is told from one that never was. */
export async function deleteLinksExpiredBefore(db: DbOrTx, before: Date): Promise<void> {
  await db.delete(oneTimeLinks).where(lt(oneTimeLinks.expiresAt, before));
}
