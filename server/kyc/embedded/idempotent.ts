import { createHash } from 'node:crypto';
import { canonicalJson } from '@/lib/canonical-json';
import type { KycCall } from '@/lib/kyc/api';
import { KycError } from '@/lib/kyc/contract/errors';
import { isLockUnavailable, isUniqueViolation } from '../../db/errors';
import {
  ANSWERS_KEPT_MS,
  type AnswerKey,
  findAnswer,
  forgetAnswer,
  type StoredAnswer,
} from '../../db/queries/idempotency';
import type { EngineParts } from './parts';

/** The row that keeps an answer, to be written in the transaction of the change it answers; undefined without a key. */
export type Keep<T> = (answer: T) => StoredAnswer | undefined;

/**
 * Runs a change at most once for each idempotency key: the same key and input within 24 hours give the first answer again,
 * another input under it is a 422, and a call that is still in flight under it a 409. Contract section 1.
 *
 * The answer is written together with the change, so both are there or neither is, whatever moment the process dies at. A
 * first call pays nothing for it: only when `run` fails, because the key or what it created is there already, is the first
 * answer looked up. A refusal changes nothing, so it leaves the key unused.
 */
export async function idempotent<T>(
  parts: EngineParts,
  call: KycCall,
  operation: string,
  input: unknown,
  run: (keep: Keep<T>) => Promise<T>,
): Promise<T> {
  if (call.idempotencyKey === undefined) return run(() => undefined);
  const { db, clock } = parts;
  const createdAt = clock();
  const { kind, id } = call.actor;
  const key: AnswerKey = { clientId: `${call.tenantId}/${kind}/${id}`, operation, key: call.idempotencyKey };
  const inputHash = createHash('sha256').update(canonicalJson(input)).digest('hex');
  const attempt = () => run((answer) => ({ ...key, inputHash, answer, createdAt }));
  try {
    return await attempt();
  } catch (error) {
    if (isLockUnavailable(error)) throw inFlight();
    if (!(error instanceof KycError) && !isUniqueViolation(error)) throw error;
    await forgetAnswer(db, key, new Date(createdAt.getTime() - ANSWERS_KEPT_MS));
    const first = await findAnswer(db, key);
    if (first !== undefined) return replay(first, inputHash);
    // What was in the way of a refused call is no key; anything else was an answer too old to count.
    if (error instanceof KycError) throw error;
    return await attempt();
  }
}

/** The stored answer is the operation's own: the key of the row names it. */
function replay<T>(first: StoredAnswer, inputHash: string): T {
  if (first.inputHash !== inputHash) throw new KycError(422);
  return first.answer as T;
}

function inFlight(): KycError {
  return new KycError(409, { message: 'A call under the same idempotency key is still in flight' });
}
