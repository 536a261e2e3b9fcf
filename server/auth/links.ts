import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, isNull } from 'drizzle-orm';
import { newId } from '@/lib/new-id';
import { paths } from '@/lib/paths';
import type { DbOrTx, Tx } from '../db/client';
import { type LINK_PURPOSES, oneTimeLinks } from '../db/schema';
import { env } from '../env';

export type LinkPurpose = (typeof LINK_PURPOSES)[number];

/** The page behind each kind of link. */
const PAGE: Record<LinkPurpose, string> = {
  first_admin: paths.acceptInvitation,
  staff_invitation: paths.acceptInvitation,
  customer_password: paths.setPassword,
};

/** Whom a link is for: the staff user or the submission; empty for the first admin. */
export type LinkTarget = { tenantId: string; purpose: LinkPurpose; subjectId: string };

/** A link as found by its token. */
export type FoundLink = LinkTarget & { expiresAt: Date };

/**
 * Makes a one-time link that works for `minutes`, and ends the earlier ones for the same target. 32 random bytes; only
 * their SHA-256 is stored. The token stands in the fragment, so that it reaches no server's log and no referrer.
 */
export async function makeLink(
  tx: Tx,
  target: LinkTarget & { minutes: number },
  at: Date,
): Promise<{ token: string; url: string }> {
  const { tenantId, purpose, subjectId, minutes } = target;
  await endLinks(tx, { tenantId, purpose, subjectId }, at);
  const token = randomBytes(32).toString('base64url');
  await tx.insert(oneTimeLinks).values({
    id: newId(),
    tenantId,
    purpose,
    subjectId,
    tokenHash: hashOf(token),
    expiresAt: new Date(at.getTime() + minutes * 60_000),
    createdAt: at,
  });
  return { token, url: `${env().origin}${PAGE[purpose]}#${token}` };
}

/** Ends every link to the target that is still unused. */
export async function endLinks(tx: Tx, target: LinkTarget, at: Date): Promise<void> {
  const { tenantId, purpose, subjectId } = target;
  await tx
    .update(oneTimeLinks)
    .set({ usedAt: at })
    .where(
      and(
        eq(oneTimeLinks.tenantId, tenantId),
        eq(oneTimeLinks.purpose, purpose),
        eq(oneTimeLinks.subjectId, subjectId),
        isNull(oneTimeLinks.usedAt),
      ),
    );
}

/**
 * Looks at a link without using it, so that a page may be opened any number of times (mail scanners open every link).
 * `over`: it expired, was used, or was replaced by a later one. `unknown`: no such link for one of these purposes.
 */
export async function peekLink(
  db: DbOrTx,
  token: string,
  purposes: readonly LinkPurpose[],
  at: Date,
): Promise<{ state: 'open'; link: FoundLink } | { state: 'over' | 'unknown' }> {
  const [row] = await db
    .select({ ...found, usedAt: oneTimeLinks.usedAt })
    .from(oneTimeLinks)
    .where(eq(oneTimeLinks.tokenHash, hashOf(token)));
  if (!row || !purposes.includes(row.purpose)) return { state: 'unknown' };
  const { usedAt, ...link } = row;
  return usedAt === null && link.expiresAt > at ? { state: 'open', link } : { state: 'over' };
}

/**
 * Uses a link up: of any number of callers at once exactly one gets it, every other one undefined. It counts when the
 * transaction commits, so that a refused password leaves the link as it was.
 */
export async function consumeLink(
  tx: Tx,
  token: string,
  purpose: LinkPurpose,
  at: Date,
): Promise<FoundLink | undefined> {
  const [link] = await tx
    .update(oneTimeLinks)
    .set({ usedAt: at })
    .where(
      and(
        eq(oneTimeLinks.tokenHash, hashOf(token)),
        eq(oneTimeLinks.purpose, purpose),
        isNull(oneTimeLinks.usedAt),
        gt(oneTimeLinks.expiresAt, at),
      ),
    )
    .returning(found);
  return link;
}

const found = {
  tenantId: oneTimeLinks.tenantId,
  purpose: oneTimeLinks.purpose,
  subjectId: oneTimeLinks.subjectId,
  expiresAt: oneTimeLinks.expiresAt,
};

/** A plain hash is enough: the token has 256 random bits, there is nothing to guess. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
