import type { KycApi, KycCall } from '@/lib/kyc/api';
import type { AddCustomerInput } from '@/lib/kyc/contract/customers';
import { type FieldFault, KycError } from '@/lib/kyc/contract/errors';
import { emailKey } from '@/lib/kyc/contract/text';
import { formServes } from '@/lib/kyc/vocabulary';
import { isUniqueViolation } from '../../db/errors';
import { creationGround, insertCreation } from '../../db/queries/creation';
import { nudgeMail } from '../../mail/queue';
import { activeModel } from './active-model';
import { idempotent, type Keep } from './idempotent';
import { type CreationGround, newCustomer } from './new-customer';
import type { EngineParts } from './parts';

/**
 * `AddCustomer`: one read that judges, one statement that writes; both again where a risk model is released between them.
 * Contract section 3.
 */
export function addCustomer(parts: EngineParts): KycApi['addCustomer'] {
  return (call, input) =>
    idempotent(parts, call, 'addCustomer', input, async (keep) => {
      for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
        const created = await create(parts, call, input, keep);
        if (created) return created;
      }
      throw new Error(`a model was released before each of ${ATTEMPTS} creations`);
    });
}

/** A release takes two people: three of them within one creation do not happen. */
const ATTEMPTS = 3;

/** Creates the customer; undefined where the model in force is another by the time that it is written. */
async function create(
  parts: EngineParts,
  call: KycCall,
  input: AddCustomerInput,
  keep: Keep<CreatedSubmission>,
): Promise<CreatedSubmission | undefined> {
  const ground = await allowed(parts, call, input);
  const creation = await newCustomer(call, input, ground, { at: parts.clock(), newId: parts.newId });
  const result = { submissionId: creation.submission.id };
  const answer = keep(result);
  try {
    if (!(await insertCreation(parts.db, answer ? { ...creation, answer } : creation))) return undefined;
  } catch (error) {
    throw isUniqueViolation(error, 'customers_email_unique') ? emailTaken() : error;
  }
  if (creation.mail) nudgeMail();
  return result;
}

type CreatedSubmission = Awaited<ReturnType<KycApi['addCustomer']>>;

/** What the creation stands on, or the refusal: every bad field at once, and only then the e-mail that is taken. */
async function allowed(
  { db }: EngineParts,
  { tenantId }: KycCall,
  { userType, employeeId, formId, customerEmail }: AddCustomerInput,
): Promise<CreationGround> {
  const wanted = { tenantId, employeeId, formId, emailKey: emailKey(customerEmail) };
  const { employeeName, form, pages, emailTaken: taken } = await creationGround(db, wanted);
  const faults: FieldFault[] = [];
  if (employeeName === null) faults.push({ path: 'employeeId', message: 'must be an active employee' });
  if (form === null || pages === null) faults.push({ path: 'formId', message: 'must be an active form' });
  else if (!formServes(form.entityType, userType)) {
    faults.push({ path: 'formId', message: `must be a form for ${userType}` });
  }
  if (employeeName === null || form === null || pages === null || faults.length > 0) {
    throw new KycError(400, { fields: faults });
  }
  if (taken) throw emailTaken();
  return { employeeName, form, pages, model: await activeModel(db, tenantId) };
}

function emailTaken(): KycError {
  return new KycError(409, { message: 'A customer with this e-mail address exists already' });
}
