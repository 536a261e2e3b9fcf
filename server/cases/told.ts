import type { DecisionLine, DecisionOutcome, NoteLine } from '@/lib/kyc/cases';
import type { DbOrTx } from '../db/client';
import type { ToldDecision } from '../db/queries/decisions';
import type { notesOf } from '../db/queries/notes';
import { staffNames } from '../db/queries/staff';

/** A member of staff by name; who is unknown is named by the id. */
export type Names = (id: string) => { id: string; name: string };

/** The names of those who decided and checked, and of others. */
export async function deciderNames(
  db: DbOrTx,
  tenantId: string,
  rows: readonly ToldDecision[],
  others: readonly string[] = [],
): Promise<Names> {
  const ids = rows.flatMap(({ makerId, checkerId }) =>
    checkerId === null ? [makerId] : [makerId, checkerId],
  );
  const names = await staffNames(db, tenantId, [...new Set([...ids, ...others])]);
  return (id) => ({ id, name: names.get(id) ?? id });
}

/** A decision as compliance reads it. */
export function decisionLine(row: ToldDecision, named: Names): DecisionLine {
  const { id, kind, state, validUntil, reason, note, seenVersion, makerId, checkerId, checkerNote } = row;
  return {
    ...{ id, kind, state, validUntil, reason, note, seenVersion, checkerNote },
    neededSecond: row.needsSecond,
    riskLevel: row.riskLevelId,
    maker: named(makerId),
    madeAt: row.madeAt.toISOString(),
    checker: checkerId === null ? null : named(checkerId),
    closedAt: row.closedAt?.toISOString() ?? null,
    levelEnd: row.levelEnd && { at: row.levelEnd.at.toISOString(), because: row.levelEnd.because },
  };
}

/** What everybody may know of a decision that took effect; that a case was escalated is compliance's own. */
export function decisionOutcome(row: ToldDecision): DecisionOutcome[] {
  const { id, kind, state, riskLevelId, closedAt, levelEnd } = row;
  if (state !== 'effective' || closedAt === null || kind === 'escalate') return [];
  const endedAt = levelEnd?.at.toISOString() ?? null;
  return [{ id, kind, riskLevel: riskLevelId, at: closedAt.toISOString(), endedAt }];
}

/** A note as its readers see it. */
export function noteLine(row: Awaited<ReturnType<typeof notesOf>>[number]): NoteLine {
  const { id, audience, body, createdAt, authorId, authorName, mentions } = row;
  const author = { id: authorId, name: authorName ?? authorId };
  return { id, audience, body, author, at: createdAt.toISOString(), mentions };
}
