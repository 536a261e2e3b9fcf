import type { FormField, FormPage } from '@/lib/kyc/contract/forms';
import type { Profile, ProfileAnswer, ProfileSubmission } from '@/lib/kyc/contract/profiles';
import { inOrder } from '@/lib/kyc/order';
import { progressOf } from '@/lib/kyc/progress';
import { ACCOUNT_STATUS_OF, ENTITY_OF, PENDING_STATE_OF } from '@/lib/kyc/vocabulary';
import type { AnswerRow, ProfileRow } from '../../db/queries/profile';
import { riskAssessment, riskAssessmentDetail } from './assessment';
import type { Complete } from './complete';
import { documentItem } from './documents';
import { nestedNames } from './names';

/** A profile with every property that the contract names in section 4. */
export function profileOf(row: ProfileRow): Profile {
  const { form, pages, submission, assessment } = row;
  if (assessment === null) throw new Error(`submission ${submission.id} has no assessment`);
  return {
    form: { ...form, version: submission.formVersion, pages },
    submission: profileSubmission(row),
    answers: profileAnswers(pages, row.answers),
    riskAssessment: riskAssessment(assessment),
    riskAssessmentDetail: riskAssessmentDetail(assessment),
    documents: row.documents.map((document) => ({
      ...documentItem(document),
      expiryDate: document.expiryDate,
      version: document.version,
      uploadedAt: isoMoment(document.uploadedAt),
    })),
  };
}

/** Where the onboarding stands, as the profile and the details both tell it. */
export function standingOf({ submission, pages, answers }: ProfileRow) {
  const completed = submission.onboardingCompleted;
  return {
    accountStatusId: ACCOUNT_STATUS_OF[submission.kycState],
    pendingStateId: PENDING_STATE_OF[submission.kycState],
    onboardingStarted: submission.onboardingStarted?.toISOString() ?? null,
    onboardingCompleted: completed?.toISOString() ?? null,
    ...progressOf(pages, answers, completed !== null),
  };
}

function profileSubmission(row: ProfileRow): Complete<ProfileSubmission> {
  const { submission, customer } = row;
  return {
    id: submission.id,
    userType: customer.userType,
    entityTypeId: ENTITY_OF[customer.userType],
    customerEmail: customer.email,
    customerMobileNumber: customer.mobileNumber,
    ...nestedNames(customer),
    employeeId: submission.employeeId,
    employeeName: row.employeeName,
    kycState: submission.kycState,
    ...standingOf(row),
    version: submission.version,
    createdAt: submission.createdAt.toISOString(),
    updatedAt: submission.updatedAt.toISOString(),
  };
}

/** The answers in the order of the form's fields. */
function profileAnswers(
  pages: readonly FormPage[],
  given: readonly AnswerRow[],
): Array<Complete<ProfileAnswer>> {
  const byField = new Map(given.map((answer) => [answer.fieldId, answer]));
  return placedFields(pages).flatMap(({ field, pageName, sectionName }) => {
    const answer = byField.get(field.id);
    return answer ? [profileAnswer(answer, field, pageName, sectionName)] : [];
  });
}

function profileAnswer(answer: AnswerRow, field: FormField, pageName: string, sectionName: string) {
  const { id, label, name, fqName, fieldTypeId, isRequired, order, isLocked } = field;
  return {
    id: answer.id,
    fieldID: answer.fieldId,
    fieldTypeId: answer.fieldTypeId,
    field: { id, label, name, fqName, fieldTypeId, isRequired, order, isLocked, pageName, sectionName },
    ...answer.value,
    answeredAt: isoMoment(answer.answeredAt),
    answeredBy: answer.answeredBy,
  };
}

function placedFields(pages: readonly FormPage[]) {
  return inOrder(pages).flatMap((page) =>
    inOrder(page.sections).flatMap((section) =>
      inOrder(section.fields).map((field) => ({ field, pageName: page.name, sectionName: section.name })),
    ),
  );
}

/** A moment out of PostgreSQL's JSON, in UTC with `Z`. Contract section 1. */
function isoMoment(moment: string): string {
  return new Date(moment).toISOString();
}
