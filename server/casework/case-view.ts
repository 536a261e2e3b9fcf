import 'server-only';
import { dayOf } from '@/lib/days';
import { may, type Role, rolesThatMay } from '@/lib/auth/permissions';
import type { CaseView, DecisionLine } from '@/lib/kyc/cases';
import { isPoliticallyExposed } from '@/lib/kyc/exposure';
import { type DecisionRights, decisionRights } from '@/lib/kyc/four-eyes';
import { dayOfLimit } from '@/lib/kyc/relative-day';
import { deciderNames, decisionLine, decisionOutcome, type Names } from '../cases/told';
import type { DbOrTx } from '../db/client';
import { readCaseSettings } from '../db/queries/case-settings';
import { type CaseRow, findCase } from '../db/queries/cases';
import { decisionsOf } from '../db/queries/decisions';
import { activeStaffOfRoles } from '../db/queries/staff';
import { decisionGround } from '../db/queries/standing';
import { mentionable, readNotes } from './notes';
import { readReasons } from './reasons';

/** Who looks at a customer's case. */
export type CaseReader = { tenantId: string; staffId: string; role: Role; employeeId: string | null };
/** A customer of the reader's scope (`caseDesk().get`). */
type Customer = { submissionId: string; employeeId: string; version: number };

/**
 * The case of a customer as its reader may see it: compliance everything, and what the reader may do about it or why not; a
 * relationship manager what was decided and when, and no word of why or by whom.
 */
export async function readCase(
  db: DbOrTx,
  reader: CaseReader,
  customer: Customer,
  at: Date,
): Promise<CaseView> {
  const { tenantId } = reader;
  const { submissionId } = customer;
  const rows = await decisionsOf(db, tenantId, submissionId);
  const ground = await decisionGround(db, tenantId, submissionId);
  const shared = {
    submissionId,
    version: ground?.version ?? customer.version,
    notes: await readNotes(db, reader, submissionId),
    mentionable: await mentionable(db, reader, customer),
  };
  if (!may(reader.role, 'queue:read')) {
    return { ...shared, kind: 'outcomes', decisions: rows.flatMap(decisionOutcome) };
  }
  const open = await findCase(db, tenantId, submissionId);
  const ofCase = [open?.assigneeId, open?.escalatedBy].flatMap((id) => id ?? []);
  const named = await deciderNames(db, tenantId, rows, ofCase);
  const lines = rows.map((row) => decisionLine(row, named));
  const proposal = lines.find(({ state }) => state === 'awaitingSecond') ?? null;
  const today = dayOf(at);
  const { value } = await readCaseSettings(db, tenantId);
  const deciders = await activeStaffOfRoles(db, tenantId, rolesThatMay('decisions:make'));
  return {
    ...shared,
    kind: 'compliance',
    case: open ? caseOf(open, named, today) : null,
    proposal,
    decisions: lines.filter((one) => one !== proposal),
    lapsed: lines[0]?.state === 'lapsed' ? lines[0] : null,
    endedLevel: endedLevel(lines),
    rights: ground ? rightsOf(reader, ground, open, proposal, today) : null,
    reasons: (await readReasons(db, tenantId)).filter(({ isActive }) => isActive),
    assignable: deciders.map(({ id, name }) => ({ id, name })),
    overrideUntil: dayOfLimit(`+${value.overrideDays}d`, today) ?? today,
  };
}

/** The newest decision that holds or held, where it set a level and what that rested on changed. */
function endedLevel(lines: readonly DecisionLine[]): DecisionLine | null {
  const newest = lines
    .filter(({ state, kind }) => state === 'effective' && kind !== 'escalate')
    .reduce<DecisionLine | null>((last, one) => (isLater(one, last) ? one : last), null);
  return newest?.levelEnd?.because === 'evidence' ? newest : null;
}

function isLater(one: DecisionLine, last: DecisionLine | null): boolean {
  return last === null || (one.closedAt ?? '') > (last.closedAt ?? '');
}

function rightsOf(
  { staffId, role }: CaseReader,
  ground: NonNullable<Awaited<ReturnType<typeof decisionGround>>>,
  open: CaseRow | undefined,
  proposal: DecisionLine | null,
  today: string,
): DecisionRights {
  const { version, detail, facts, level, levelUntil, ...standing } = ground;
  const hasRunOut = levelUntil !== null && levelUntil < today;
  return decisionRights(
    {
      ...standing,
      level: hasRunOut ? standing.calculatedLevel : level,
      levelUntil: hasRunOut ? null : levelUntil,
      isPep: isPoliticallyExposed({ detail, facts }),
      isEscalated: open?.escalatedAt != null,
      proposal: proposal && { makerId: proposal.maker.id, isCurrent: proposal.seenVersion === version },
    },
    { id: staffId, mayMake: may(role, 'decisions:make'), mayCheck: may(role, 'decisions:check') },
  );
}

function caseOf(open: CaseRow, named: Names, today: string) {
  const { stage, because, openedAt, dueOn, assigneeId, escalatedBy, escalatedAt } = open;
  return {
    stage,
    because,
    openedAt: openedAt.toISOString(),
    dueOn,
    isOverdue: dueOn < today,
    assignee: assigneeId === null ? null : named(assigneeId),
    escalated: escalatedBy && escalatedAt ? { by: named(escalatedBy), at: escalatedAt.toISOString() } : null,
  };
}
