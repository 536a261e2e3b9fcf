import { may, type Permission } from '@/lib/auth/permissions';
import words from '@/lib/i18n/messages/en/fourEyes.json';
import type { Actor, KycCall } from '@/lib/kyc/api';
import { KycError } from '@/lib/kyc/contract/errors';
import { isPoliticallyExposed } from '@/lib/kyc/exposure';
import { type Decider, type DecisionStanding, decisionRights, type Obstacle } from '@/lib/kyc/four-eyes';
import type { Tx } from '../../../db/client';
import { findCase } from '../../../db/queries/cases';
import { type DecisionRow, openProposal } from '../../../db/queries/decisions';
import { lockStaff } from '../../../db/queries/staff';
import { activeModel } from '../active-model';
import { type HeldSubmission, holdSubmission } from '../change';
import type { EngineParts } from '../parts';
import { assessmentAt } from '../reassess';

/** A call of a member of the staff. */
export type StaffCall = KycCall & { actor: Extract<Actor, { kind: 'staff' }> };

/** What a decision is judged by, the submission's row held. */
export type DecisionGround = {
  call: StaffCall;
  held: HeldSubmission;
  standing: DecisionStanding;
  proposal: DecisionRow | undefined;
};

/**
 * Holds a submission for a decision by who calls: an active member of the staff with the permission, as of now and until the decision is
 * made, whatever the way that led here; anybody else gets the 403. It is judged by the risk of this very moment, which the decision then holds under: by a model
 * that was released since, without a level that has run out, with documents that have expired.
 */
export async function groundOf(
  tx: Tx,
  { newId }: Pick<EngineParts, 'newId'>,
  { call, at }: { call: KycCall; at: Date },
  permission: Permission,
  submissionId: string,
): Promise<DecisionGround & { rights: ReturnType<typeof decisionRights> }> {
  const { actor, tenantId } = call;
  if (actor.kind !== 'staff') throw new KycError(403);
  const held = await holdSubmission(tx, call, submissionId);
  const [person, proposal, open] = [
    await lockStaff(tx, tenantId, actor.id),
    await openProposal(tx, tenantId, submissionId),
    await findCase(tx, tenantId, submissionId),
  ];
  if (!person?.isActive || !may(person.role, permission)) throw new KycError(403);
  const { submission, openRequests } = held;
  const assessment = await assessmentAt(held, await activeModel(tx, tenantId), { at, newId });
  if (assessment === null) throw new Error(`submission ${submissionId} has no assessment`);
  const standing: DecisionStanding = {
    kycState: submission.kycState,
    level: assessment.riskLevelId,
    calculatedLevel: assessment.calculatedRiskLevelId,
    levelUntil: assessment.overrideId === null ? null : (held.override?.validUntil ?? null),
    isPep: isPoliticallyExposed(assessment),
    openRequests: openRequests.length,
    isEscalated: open?.escalatedAt != null,
    proposal: proposal
      ? { makerId: proposal.makerId, isCurrent: proposal.seenVersion === submission.version }
      : null,
  };
  const decider: Decider = {
    id: actor.id,
    mayMake: may(person.role, 'decisions:make'),
    mayCheck: may(person.role, 'decisions:check'),
  };
  return { call: { ...call, actor }, held, standing, proposal, rights: decisionRights(standing, decider) };
}

/** The 409 that says why not now; the 403 for who may never. */
export function obstructed(why: Obstacle): KycError {
  return new KycError(why === 'notPermitted' ? 403 : 409, { message: words.why[why] });
}

/** Refuses who looked at another version of the profile than there is now. */
export function requireSeen({ submission }: HeldSubmission, seenVersion: number): void {
  if (submission.version !== seenVersion) throw obstructed('profileChanged');
}
