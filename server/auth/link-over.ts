import 'server-only';
import { KycError } from '@/lib/kyc/contract/errors';

/** What every use of a link that is used, expired, replaced or unknown is answered with. */
export function linkOver(): KycError {
  return new KycError(404, { message: 'This link does not work any more. Ask for a new one.' });
}
