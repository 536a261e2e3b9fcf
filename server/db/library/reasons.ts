import type { ReasonPurpose } from '@/lib/kyc/decisions';
import type { Tx } from '../client';
import { insertReasons } from '../queries/reasons';
import { stableId } from './stable-id';

/** The reasons that every installation begins with. */
const LIBRARY_REASONS: Readonly<Record<ReasonPurpose, readonly string[]>> = {
  approve: [
    'Identity and address verified from reliable documents',
    'Source of funds and wealth corroborated',
    'Enhanced due diligence completed, residual risk accepted',
    'Periodic review completed, nothing adverse found',
  ],
  reject: [
    'Identity could not be verified',
    'Source of funds or wealth could not be corroborated',
    'Ownership or control could not be established',
    'Purpose of the relationship is not plausible',
    'Outside our risk appetite',
    'Information requested was not provided in time',
  ],
  escalate: [
    'Politically exposed person: senior management has to approve',
    'Possible sanctions match',
    'Adverse media needs a closer look',
    'Contradictory or possibly forged documents',
    'Structure too complex for a first decision',
  ],
  changeLevel: [
    'Adverse media not covered by the model',
    'Unusual structure or activity not covered by the model',
    'Listed company or its subsidiary',
    'Regulated financial institution in an equivalent jurisdiction',
    'Former function, no longer of influence',
    'Mitigating controls in place',
  ],
  decline: [
    'Evidence does not support the decision',
    'Enhanced due diligence is incomplete',
    'Reasoning is not documented well enough',
    'A document has to be looked at again',
  ],
};

/** Adds the library's reasons where they are not there yet; one that was retired since stays retired. */
export async function seedLibraryReasons(tx: Tx, tenantId: string, now: Date): Promise<void> {
  const rows = Object.entries(LIBRARY_REASONS).flatMap(([purpose, all]) =>
    all.map((words) => ({
      id: stableId('reason', `${tenantId} ${purpose} ${words}`),
      tenantId,
      purpose: purpose as ReasonPurpose,
      words,
      isActive: true,
      createdAt: now,
    })),
  );
  await insertReasons(tx, rows);
}
