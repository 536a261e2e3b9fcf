import { type FieldFault, fieldFaults, KycError } from '@/lib/kyc/contract/errors';
import { parseParams } from '@/lib/kyc/contract/parse';
import { checkModel } from '@/lib/risk/check';
import { type RiskModel, riskModel } from '@/lib/risk/model';

/**
 * What a draft is to say, as a model with the draft's own name; a 400 names each bad cell by its path in the definition
 * (`factors[2].table.rows[0].score`).
 */
export function definitionOf(given: unknown, { id, version }: Pick<RiskModel, 'id' | 'version'>): RiskModel {
  const named = typeof given === 'object' && given !== null ? { ...given, id, version } : given;
  const parsed = riskModel.safeParse(named, parseParams);
  if (parsed.success) return parsed.data;
  throw new KycError(400, { fields: fieldFaults(parsed.error) });
}

/** A 400 with all that the check found to be wrong, each beside the table or floor that it is about. */
export function requireSound(model: RiskModel): void {
  const faults = checkModel(model).flatMap((finding): FieldFault[] => {
    if (finding.severity !== 'error') return [];
    return [{ path: finding.factorId ?? finding.floorId ?? 'model', message: finding.text }];
  });
  if (faults.length > 0) throw new KycError(400, { fields: faults });
}
