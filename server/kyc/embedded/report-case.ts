import { may } from '@/lib/auth/permissions';
import type { KycCall } from '@/lib/kyc/api';
import { NOTE_AUDIENCES, type NoteAudience } from '@/lib/kyc/decisions';
import { deciderNames, decisionLine, decisionOutcome, noteLine } from '../../cases/told';
import type { DbOrTx } from '../../db/client';
import { decisionsOf } from '../../db/queries/decisions';
import { notesOf } from '../../db/queries/notes';
import { findStaff } from '../../db/queries/staff';
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
    const named = await deciderNames(db, tenantId, rows);
    const decisions = rows.map((row) => decisionLine(row, named));
    return { audience: 'compliance', decisions, notes: await notes(NOTE_AUDIENCES) };
  }
  const decisions = rows.flatMap(decisionOutcome);
  return role && may(role, 'notes:read:own')
    ? { audience: 'manager', decisions, notes: await notes(['everyone']) }
    : { audience: 'system', decisions };
}
