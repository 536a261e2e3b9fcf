import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { newId } from '@/lib/new-id';
import { paths } from '@/lib/paths';
import type { DbOrTx, Tx } from '../db/client';
import {
  endLinks,
  findLink,
  insertLink,
  type LinkPurpose,
  type LinkRow,
  type LinkTarget,
  type StoredLink,
  takeLink,
} from '../db/queries/links';
import { env } from '../env';

export { endLinks, type LinkPurpose, type LinkRow, type LinkTarget };

/** The page behind each kind of link. */
const PAGE: Record<LinkPurpose, string> = {
  first_admin: paths.acceptInvitation,
  staff_invitation: paths.acceptInvitation,
  customer_password: paths.setPassword,
};

/**
 * Makes a one-time link that works for `minutes`, and ends the earlier ones for the same target. 32 random bytes; only
 * their SHA-256 is stored. The token stands in the fragment, so that it reaches no server's log and no referrer.
 */
export async function makeLink(
  tx: Tx,
  target: LinkTarget & { minutes: number },
  at: Date,
): Promise<{ token: string; url: string }> {
  await endLinks(tx, target, at);
  const { row, token, url } = newLink(target, at);
  await insertLink(tx, row);
  return { token, url };
}

/** A one-time link and the row that it is stored as, for a change that writes all its rows in one statement. */
export function newLink(
  { tenantId, purpose, subjectId, minutes }: LinkTarget & { minutes: number },
  at: Date,
): { row: LinkRow; token: string; url: string } {
  const token = randomBytes(32).toString('base64url');
  const row: LinkRow = {
    id: newId(),
    tenantId,
    purpose,
    subjectId,
    tokenHash: hashOf(token),
    expiresAt: new Date(at.getTime() + minutes * 60_000),
    usedAt: null,
    createdAt: at,
  };
  return { row, token, url: `${env().origin}${PAGE[purpose]}#${token}` };
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
): Promise<{ state: 'open'; link: StoredLink } | { state: 'over' | 'unknown' }> {
  const link = await findLink(db, hashOf(token), purposes);
  if (!link) return { state: 'unknown' };
  return link.usedAt === null && link.expiresAt > at ? { state: 'open', link } : { state: 'over' };
}

/**
 * Uses a link up: of any number of callers at once exactly one gets it, every other one undefined. It counts when the
 * transaction commits, so that a refused password leaves the link as it was.
 */
export function consumeLink(
  tx: Tx,
  token: string,
  purpose: LinkPurpose,
  at: Date,
): Promise<StoredLink | undefined> {
  return takeLink(tx, hashOf(token), purpose, at);
}

/** A plain hash is enough: the token has 256 random bits, there is nothing to guess. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
