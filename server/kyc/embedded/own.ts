import type { KycApi, KycCall } from '@/lib/kyc/api';
import { KycError } from '@/lib/kyc/contract/errors';

type AnyOperation = (call: KycCall, input: object) => Promise<unknown>;

/**
 * The port with the customer's own bounds: a customer who acts does so on its own submission, and any other id is as unknown as
 * one that nobody has. It stands around all operations, so that none can forget it.
 */
export function withinOwn(kyc: KycApi): KycApi {
  return Object.fromEntries(
    Object.entries(kyc as Record<string, AnyOperation>).map(([name, run]) => [name, bounded(run)]),
  ) as unknown as KycApi;
}

function bounded(run: AnyOperation): AnyOperation {
  return async (call, input) => {
    const { actor } = call;
    if (actor.kind === 'customer' && 'submissionId' in input && input.submissionId !== actor.id) {
      throw new KycError(404);
    }
    return run(call, input);
  };
}
