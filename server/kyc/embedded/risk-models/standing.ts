import { may, type Permission } from '@/lib/auth/permissions';
import type { Actor, KycCall } from '@/lib/kyc/api';
import { KycError } from '@/lib/kyc/contract/errors';
import type { ModelState } from '@/lib/kyc/decisions';
import type { SeenVersion } from '@/lib/risk/model-office';
import type { AuditEvent } from '../../../audit/events';
import { record } from '../../../audit/record';
import type { Tx } from '../../../db/client';
import { holdModelVersion, type ModelVersionRow } from '../../../db/queries/risk-models';
import { lockStaff } from '../../../db/queries/staff';
import type { EngineParts } from '../parts';

type StaffCall = KycCall & { actor: Extract<Actor, { kind: 'staff' }> };

/** The call as one of a member of the staff who holds the permission now, whatever way it came; a 403 of anybody else. */
export async function requireHolder(tx: Tx, call: KycCall, permission: Permission): Promise<StaffCall> {
  const { actor, tenantId } = call;
  const member = actor.kind === 'staff' ? await lockStaff(tx, tenantId, actor.id) : undefined;
  if (actor.kind !== 'staff' || !member?.isActive || !may(member.role, permission)) throw new KycError(403);
  return { ...call, actor };
}

/** Holds a version that is as it was seen: 404 for none of the tenant, 409 where it is in another state or says something else. */
export async function holdSeen(
  tx: Tx,
  tenantId: string,
  { version, revision }: SeenVersion,
  states: readonly ModelState[],
) {
  const held = await holdModelVersion(tx, tenantId, version);
  if (!held) throw new KycError(404);
  if (!states.includes(held.state)) throw new KycError(409, { message: WHERE_IT_IS[held.state] });
  if (held.revision !== revision) throw new KycError(409, { message: CHANGED_SINCE });
  return held;
}

const WHERE_IT_IS: Record<ModelState, string> = {
  draft: 'The version is a draft again',
  proposed: 'The version is proposed already and waits for a second person',
  released: 'The version is released and can no longer be changed',
  withdrawn: 'The version was withdrawn',
};

const CHANGED_SINCE = 'Somebody else has changed the draft since you opened it';

/** What became of a version, for the record. */
export async function recordModel(
  tx: Tx,
  { newId }: Pick<EngineParts, 'newId'>,
  { call, at }: { call: KycCall; at: Date },
  type: Exclude<Extract<AuditEvent['type'], `risk_model.${string}`>, 'risk_model.released'>,
  { modelId, version }: Pick<ModelVersionRow, 'modelId' | 'version'>,
): Promise<void> {
  const data = { modelId, modelVersion: version };
  await record(tx, { ...call, at, id: newId() }, { type, submissionId: null, data });
}
