import { dayOf } from '@/lib/days';
import type { KycCall } from '@/lib/kyc/api';
import type { AddCustomerInput } from '@/lib/kyc/contract/customers';
import type { FormPage } from '@/lib/kyc/contract/forms';
import { emailKey } from '@/lib/kyc/contract/text';
import { WELCOME_LINK_MINUTES } from '@/lib/kyc/password-link';
import { displayName } from '@/lib/kyc/vocabulary';
import type { RiskModel } from '@/lib/risk/model';
import type { AuditEvent } from '../../audit/events';
import { eventRow } from '../../audit/record';
import { newLink } from '../../auth/links';
import type { Creation } from '../../db/queries/creation';
import { mailRow } from '../../mail/queue';
import { assess } from '../../risk/assess';
import { assessedEvent } from './assessment';
import { firstVersion } from './versions';

/** What a creation was allowed on: the employee, and the form with its current version. */
export type CreationGround = {
  employeeName: string;
  form: { id: string; name: string; version: number };
  pages: FormPage[];
  /** The risk model in force. */
  model: RiskModel;
};

type Stamp = { at: Date; newId: () => string };

/** All rows that a new customer starts with: state New, nothing answered, a first assessment, the welcome mail if wanted. */
export async function newCustomer(
  call: KycCall,
  input: AddCustomerInput,
  ground: CreationGround,
  { at, newId }: Stamp,
): Promise<Creation> {
  const customer = customerRow(call, input, { at, newId });
  const submission: Creation['submission'] = {
    id: newId(),
    tenantId: call.tenantId,
    customerId: customer.id,
    formId: ground.form.id,
    formVersion: ground.form.version,
    employeeId: input.employeeId,
    kycState: 'New',
    onboardingProgress: 0,
    onboardingStarted: at,
    onboardingCompleted: null,
    submissionClassification: 'Retail',
    approvalClassificationState: 'Pending',
    overriddenSubmissionClassification: null,
    version: 1,
    createdAt: at,
    updatedAt: at,
  };
  const assessment = await firstAssessment(input, ground, submission.id, { at, newId });
  const name = displayName(input) ?? submission.id;
  const welcome = input.sendEmail
    ? welcomeMail(
        customer,
        submission.id,
        { customerName: name, employeeName: ground.employeeName },
        { at, newId },
      )
    : undefined;
  const events = [
    createdEvent(input, submission.id),
    assessedEvent(assessment),
    ...(welcome ? [welcome.event] : []),
  ];
  return {
    customer,
    submission,
    assessment,
    version: firstVersion(call, submission, assessment),
    entry: {
      submissionId: submission.id,
      tenantId: call.tenantId,
      userType: customer.userType,
      displayName: name,
      tradingName: customer.tradingName || null,
      registrationNumber: customer.registrationNumber,
      email: customer.email,
      emailKey: customer.emailKey,
      employeeId: submission.employeeId,
      employeeName: ground.employeeName,
      formId: submission.formId,
      formName: ground.form.name,
      kycState: submission.kycState,
      riskLevelId: assessment.riskLevelId,
      riskScore: assessment.score,
      onboardingProgress: submission.onboardingProgress,
      version: submission.version,
      createdAt: at,
      updatedAt: at,
    },
    events: events.map((event) => eventRow({ ...call, at, id: newId() }, event)),
    ...(welcome ? { mail: { row: welcome.row, link: welcome.link } } : {}),
  };
}

/** The mail that invites into the portal, with a link of its own to set the password. */
function welcomeMail(
  { tenantId, email }: Creation['customer'],
  submissionId: string,
  names: { customerName: string; employeeName: string },
  { at, newId }: Stamp,
) {
  const minutes = WELCOME_LINK_MINUTES;
  const { row: link, url } = newLink(
    { tenantId, purpose: 'customer_password', subjectId: submissionId, minutes },
    at,
  );
  const values = { ...names, submissionId, url, minutes };
  const mail = { kind: 'welcome', tenantId, recipient: email, submissionId, values } as const;
  return { ...mailRow(mail, at, newId()), link };
}

function customerRow(call: KycCall, input: AddCustomerInput, { at, newId }: Stamp): Creation['customer'] {
  const { individualCustomer: person, legalEntityCustomer: company } = input;
  return {
    id: newId(),
    tenantId: call.tenantId,
    userType: input.userType,
    email: input.customerEmail,
    emailKey: emailKey(input.customerEmail),
    mobileNumber: input.customerMobileNumber ?? '',
    firstName: person?.firstName ?? null,
    lastName: person?.lastName ?? null,
    fullName: company?.fullName ?? null,
    registrationNumber: company?.registrationNumber ?? null,
    tradingName: company?.tradingName ?? null,
    createdAt: at,
  };
}

async function firstAssessment(
  { userType }: AddCustomerInput,
  { pages, model }: CreationGround,
  submissionId: string,
  { at, newId }: Stamp,
): Promise<Creation['assessment']> {
  const result = await assess({ userType, pages, answers: [], documents: [], today: dayOf(at) }, model);
  return {
    ...result,
    id: newId(),
    submissionId,
    riskLevelId: result.calculatedRiskLevelId,
    trigger: 'customer.created',
    overrideId: null,
    assessedAt: at,
  };
}

function createdEvent(
  { userType, employeeId, formId, sendEmail }: AddCustomerInput,
  submissionId: string,
): AuditEvent {
  return {
    type: 'customer.created',
    submissionId,
    data: { userType, employeeId, formId, sendEmail },
  };
}
