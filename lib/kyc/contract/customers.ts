import * as z from 'zod';
import {
  ACCOUNT_STATUSES,
  CLASSIFICATION_STATES,
  CLASSIFICATIONS,
  ENTITY_TYPES,
  PAGE_STATUSES,
  PENDING_STATES,
  RISK_LEVELS,
  USER_TYPES,
} from './lists';
import {
  emailAddress,
  mobileNumber,
  NAME_LIMIT,
  nameText,
  opaqueId,
  openList,
  plainText,
  timestamp,
} from './text';

/** The nested object of an individual. Contract section 3. */
export const individualCustomer = z.object({ firstName: nameText, lastName: nameText });

/** The nested object of a legal entity. Contract section 3. */
export const legalEntityCustomer = z.object({
  fullName: nameText,
  registrationNumber: nameText,
  tradingName: plainText({ limit: NAME_LIMIT }),
});

/** Which nested object a kind of customer brings; the other one must be absent or null. Contract section 3. */
export const NESTED_OF = {
  IndividualCustomer: 'individualCustomer',
  LegalCustomer: 'legalEntityCustomer',
} as const;

/** The body of `AddCustomer`. Contract section 3. */
export const addCustomerInput = z
  .object({
    userType: z.enum(USER_TYPES),
    customerEmail: emailAddress,
    customerMobileNumber: mobileNumber.optional(),
    employeeId: opaqueId,
    formId: opaqueId,
    sendEmail: z.boolean(),
    individualCustomer: individualCustomer.nullish(),
    legalEntityCustomer: legalEntityCustomer.nullish(),
  })
  .check((context) => {
    for (const userType of USER_TYPES) {
      const nested = NESTED_OF[userType];
      const present = context.value[nested] !== null && context.value[nested] !== undefined;
      const wanted = context.value.userType === userType;
      if (wanted === present) continue;
      const message = wanted ? `is required for ${userType}` : `must be absent for ${context.value.userType}`;
      context.issues.push({ code: 'custom', message, path: [nested], input: context.value[nested] });
    }
  });
export type AddCustomerInput = z.output<typeof addCustomerInput>;

export const addCustomerOutput = z.looseObject({ submissionId: opaqueId });

/** The body of `SetCustomerPassword`; there is no password in it. Contract section 3. */
export const setCustomerPasswordInput = z.object({ userType: z.enum(USER_TYPES), submissionId: opaqueId });

/** `emailSentTo` is masked (`j•••e@yopmail.com`). Nothing is published of the answer, so a remote server may give null. */
export const setCustomerPasswordOutput = z
  .looseObject({ submissionId: opaqueId.optional(), emailSentTo: z.string().optional() })
  .nullable();

/** One active employee. Contract section 3, `GetEmployees`. */
export const employee = z.looseObject({ id: opaqueId, name: z.string() });
export type Employee = z.output<typeof employee>;

/** A page of the form and whether it is complete. Contract section 3. */
export const pageStatus = z.looseObject({
  pageId: z.string(),
  pageName: z.string(),
  onboardingStatusId: openList(PAGE_STATUSES),
});

/** `GetCustomerDetails`. Contract section 3. */
export const customerDetails = z.looseObject({
  formId: z.string(),
  formName: z.string(),
  entityTypeId: openList(ENTITY_TYPES),
  accountStatusId: openList(ACCOUNT_STATUSES),
  riskLevelId: openList(RISK_LEVELS),
  pendingStateId: openList(PENDING_STATES).nullable(),
  onboardingProgress: z.number().min(0).max(100),
  onboardingStarted: timestamp.nullable(),
  onboardingCompleted: timestamp.nullable(),
  submissionClassification: openList(CLASSIFICATIONS),
  approvalClassificationState: openList(CLASSIFICATION_STATES),
  overridenSubmissionClassification: openList(CLASSIFICATIONS).nullable(),
  pageStatuses: z.array(pageStatus),
});
export type CustomerDetails = z.output<typeof customerDetails>;

/** An operation that names nothing but the submission. */
export const bySubmission = z.object({ submissionId: opaqueId });
