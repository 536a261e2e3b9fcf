import 'server-only';
import { createHash } from 'node:crypto';
import { emailKey } from '@/lib/kyc/contract/text';
import type { DbOrTx, Tx } from '../db/client';
import {
  claimAttempt,
  clearAttempts,
  deleteOldAttempts,
  forgiveAttempt,
  type PauseRule,
  pausedKeys,
} from '../db/queries/sign-in-attempts';

const DAY_SECONDS = 24 * 60 * 60;

/** One account: four typing errors are free, then 30 s, 1 min, 2 min … up to an hour; a guesser gets 30 tries a day. */
export const ACCOUNT_RULE: PauseRule = {
  allowed: 5,
  firstSeconds: 30,
  longestSeconds: 60 * 60,
  forgottenAfterSeconds: DAY_SECONDS,
};

/** One network address: many people may share it, and a guesser who tries one password on many accounts does too. */
export const ADDRESS_RULE: PauseRule = {
  allowed: 50,
  firstSeconds: 30,
  longestSeconds: 15 * 60,
  forgottenAfterSeconds: 60 * 60,
};

/** A password link that somebody asks for: each one is a mail in somebody's box, so that three are enough for a while. */
export const LINK_ACCOUNT_RULE: PauseRule = {
  allowed: 3,
  firstSeconds: 10 * 60,
  longestSeconds: 60 * 60,
  forgottenAfterSeconds: 6 * 60 * 60,
};

/** {@link LINK_ACCOUNT_RULE} for one network address. */
export const LINK_ADDRESS_RULE: PauseRule = {
  allowed: 20,
  firstSeconds: 60,
  longestSeconds: 15 * 60,
  forgottenAfterSeconds: 60 * 60,
};

/** Where an attempt is made; each door counts by itself, so that none can be used to pause another. */
export type Door = 'staff' | 'portal' | 'portal-link';

const RULES: Record<Door, { account: PauseRule; address: PauseRule }> = {
  staff: { account: ACCOUNT_RULE, address: ADDRESS_RULE },
  portal: { account: ACCOUNT_RULE, address: ADDRESS_RULE },
  'portal-link': { account: LINK_ACCOUNT_RULE, address: LINK_ADDRESS_RULE },
};

/** What is counted for one attempt: the typed e-mail address, whether it has an account or not, and where it came from. */
export type AttemptKeys = { door: Door; account: string; address: string };

export function attemptKeys(tenantId: string, email: string, address: string, door: Door): AttemptKeys {
  return { door, account: accountKey(tenantId, email, door), address: hashOf(`${door} address`, address) };
}

/** What refuses an attempt unseen, and until when. */
export type Pause = { of: 'account' | 'address'; until: Date };

/**
 * Counts an attempt as failed, before the password is looked at. Undefined when it may go on, else the pause in which
 * every attempt is refused. One that a pause refuses is not counted, and so does not lengthen that pause.
 */
export async function beginAttempt(db: DbOrTx, keys: AttemptKeys, at: Date): Promise<Pause | undefined> {
  const address = await claimAttempt(db, keys.address, RULES[keys.door].address, at);
  if (address) return { of: 'address', until: address };
  const account = await claimAttempt(db, keys.account, RULES[keys.door].account, at);
  return account && { of: 'account', until: account };
}

/** Takes back what a successful attempt was counted as, and the account's earlier failures with it. */
export async function attemptSucceeded(tx: Tx, keys: AttemptKeys, at: Date): Promise<void> {
  await clearAttempts(tx, keys.account);
  await forgiveAttempt(tx, keys.address);
  await deleteOldAttempts(tx, new Date(at.getTime() - DAY_SECONDS * 1000));
}

/** Until when the staff accounts with these e-mail addresses are paused; those that are not are left out. */
export async function pausedAccounts(
  db: DbOrTx,
  tenantId: string,
  emails: readonly string[],
  at: Date,
): Promise<Map<string, Date>> {
  const paused = await pausedKeys(
    db,
    emails.map((email) => accountKey(tenantId, email, 'staff')),
    at,
  );
  return new Map(
    emails.flatMap((email) => {
      const until = paused.get(accountKey(tenantId, email, 'staff'));
      return until ? [[email, until] as const] : [];
    }),
  );
}

function accountKey(tenantId: string, email: string, door: Door): string {
  return hashOf(`${door} account`, tenantId, emailKey(email));
}

/** The table keeps no address that somebody typed. */
function hashOf(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
