import 'server-only';
import { KycError } from '@/lib/kyc/contract/errors';
import { isUniqueViolation } from '../../db/errors';

/** For `catch` behind an insert of a user: a taken e-mail address becomes a 409 of that field, all else goes on. */
export function asTakenAddress(error: unknown): never {
  if (!isUniqueViolation(error, 'staff_users_email_unique')) throw error;
  throw new KycError(409, { fields: [{ path: 'email', message: 'has an account already' }] });
}
