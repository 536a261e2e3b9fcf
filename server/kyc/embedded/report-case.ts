import { may } from '@/lib/auth/permissions';
import type { KycCall } from '@/lib/kyc/api';
import type { DecisionLine, DecisionOutcome, NoteLine } from '@/lib/kyc/cases';
import { NOTE_AUDIENCES, type NoteAudience } from '@/lib/kyc/decisions';
import type { DbOrTx } from '../../db/client';
import { type DecisionRow, decisionsOf } from '../../db/queries/decisions';
import { notesOf } from '../../db/queries/notes';
import { findStaff, staffNames } from '../../db/queries/staff';
import type { ReportCase } from '../../reports/profile-report';

/**
 * What was decided and noted about a customer, as far as who calls may read it. Who that is, is looked up and not taken from the call: an
 * active member of the staff reads by its role as of now, and everybody else the outcomes alone.
 */
export async function reportCase(
  db: DbOrTx,
  { tenantId, actor }: KycCall,
  submissionId: string,
): Promise<ReportCase> {
  const person = actor.kind === 'staff' ? await findStaff(db, tenantId, actor.id) : undefined;
  const role = person?.isActive ? person.role : undefined;
  const rows = await decisionsOf(db, tenantId, submissionId);
  const notes = async (audiences: readonly NoteAudience[]) =>
    (await notesOf(db, tenantId, submissionId, audiences)).map(noteLine);
  if (role && may(role, 'queue:read') && may(role, 'notes:read:all')) {
    const ids = rows.flatMap(({ makerId, checkerId }) => [
      makerId,
      ...(checkerId === null ? [] : [checkerId]),
    ]);
    const names = await staffNames(db, tenantId, [...new Set(ids)]);
    const decisions = rows.map((row) => decisionLine(row, names));
    return { audience: 'compliance', decisions, notes: await notes(NOTE_AUDIENCES) };
  }
  const decisions = rows.flatMap(outcome);
  return role && may(role, 'notes:read:own')
    ? { audience: 'manager', decisions, notes: await notes(['everyone']) }
    : { audience: 'system', decisions };
}

function decisionLine(row: DecisionRow, names: ReadonlyMap<string, string>): DecisionLine {
  const { id, kind, state, validUntil, reason, note, seenVersion, makerId, checkerId, checkerNote } = row;
  const named = (staffId: string) => ({ id: staffId, name: names.get(staffId) ?? staffId });
  return {
    ...{ id, kind, state, validUntil, reason, note, seenVersion, checkerNote },
    neededSecond: row.needsSecond,
    riskLevel: row.riskLevelId,
    maker: named(makerId),
    madeAt: row.madeAt.toISOString(),
    checker: checkerId === null ? null : named(checkerId),
    closedAt: row.closedAt?.toISOString() ?? null,
  };
}

/** What holds, to everybody; that a case was escalated is compliance's own. */
function outcome({ id, kind, state, riskLevelId, closedAt }: DecisionRow): DecisionOutcome[] {
  if (state !== 'effective' || closedAt === null || kind === 'escalate') return [];
  return [{ id, kind, riskLevel: riskLevelId, at: closedAt.toISOString() }];
}

function noteLine(row: Awaited<ReturnType<typeof notesOf>>[number]): NoteLine {
  const { id, audience, body, createdAt, authorId, authorName, mentions } = row;
  const author = { id: authorId, name: authorName ?? authorId };
  return { id, audience, body, author, at: createdAt.toISOString(), mentions };
}
