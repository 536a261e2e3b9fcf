import 'server-only';
import type { KycCall } from '@/lib/kyc/api';
import { KycError } from '@/lib/kyc/contract/errors';
import { parseInput } from '@/lib/kyc/contract/parse';
import { trialMovesInput } from '@/lib/risk/model-input';
import type { RiskModelOffice, TrialMoves } from '@/lib/risk/model-office';
import type { ModelBook, ModelPage } from '@/lib/risk/model-page';
import { versionNumber } from '@/lib/version-number';

/** The versions of the model, and how the re-assessment by the one in force stands. */
export async function readModelBook(models: RiskModelOffice | undefined, call: KycCall): Promise<ModelBook> {
  if (!models) throw new KycError(404);
  const [versions, reassessment] = [await models.versions(call), await models.reassessment(call)];
  return { versions, reassessment };
}

/** One version with its last try-out and the version in force, which it is compared with; 404 for no number of a version. */
export async function readModelPage(
  models: RiskModelOffice | undefined,
  call: KycCall,
  version: string,
): Promise<ModelPage> {
  if (!models) throw new KycError(404);
  const shown = await models.version(call, numberOf(version));
  const inForce = (await models.versions(call)).find(({ isInForce }) => isInForce);
  const compared = inForce && !shown.isInForce ? await models.version(call, inForce.version) : null;
  const trial = await models.trial(call, shown.version);
  return { version: shown, inForce: compared?.definition ?? null, trial };
}

/** One version as a download (RFC 6266). */
export async function readModelFile(
  models: RiskModelOffice | undefined,
  call: KycCall,
  version: string,
): Promise<Response> {
  if (!models) throw new KycError(404);
  const { name, text } = await models.exportFile(call, numberOf(version));
  return new Response(text, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  });
}

function numberOf(text: string): number {
  const version = versionNumber(text);
  if (version === undefined) throw new KycError(404);
  return version;
}

/** A page of those who would move in a try-out. */
export function readTrialMoves(
  models: RiskModelOffice | undefined,
  call: KycCall,
  trialId: string,
  query: URLSearchParams,
): Promise<TrialMoves> {
  if (!models) throw new KycError(404);
  const { from, to, cursor } = parseInput(trialMovesInput, Object.fromEntries(query));
  const move = from && to && { from, to };
  return models.trialMoves(call, { trialId, move, cursor });
}
