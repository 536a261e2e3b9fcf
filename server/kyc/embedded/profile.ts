import { addMonths, dayOf } from '@/lib/days';
import { DEFAULT_CASE_SETTINGS } from '@/lib/kyc/case-settings';
import { type PlacedField, visibleFields } from '@/lib/kyc/conditions';
import type { FormPage } from '@/lib/kyc/contract/forms';
import type { Profile, ProfileAnswer, ProfileSubmission } from '@/lib/kyc/contract/profiles';
import { progressOf } from '@/lib/kyc/progress';
import { ACCOUNT_STATUS_OF, ENTITY_OF, PENDING_STATE_OF } from '@/lib/kyc/vocabulary';
import type { AssessmentRow } from '../../db/queries/assessments';
import type { AnswerRow, ProfileRow } from '../../db/queries/profile';
import { riskAssessment, riskAssessmentDetail } from './assessment';
import type { Complete } from './complete';
import { documentItem } from './documents';
import { nestedNames } from './names';

/** A profile with every property that the contract names in section 4. */
export function profileOf(row: ProfileRow): Profile {
  const { form, pages, submission, assessment, override } = row;
  if (assessment === null) throw new Error(`submission ${submission.id} has no assessment`);
  return {
    form: { ...form, version: submission.formVersion, pages },
    submission: profileSubmission(row),
    answers: profileAnswers(pages, row.answers),
    riskAssessment: riskAssessment(assessment, override, nextReview(row, assessment)),
    riskAssessmentDetail: riskAssessmentDetail(assessment),
    documents: row.documents.map((document) => ({
      ...documentItem(document),
      expiryDate: document.expiryDate,
      version: document.version,
      uploadedAt: isoMoment(document.uploadedAt),
      uploadedBy: document.uploadedBy,
      pageCount: document.pageCount,
      width: document.width,
      height: document.height,
    })),
  };
}

/** The day on the calendar; of who is not on it, the one that the level leads to by the firm's months. */
function nextReview(
  { review, reviewMonths }: ProfileRow,
  { assessedAt, riskLevelId }: Pick<AssessmentRow, 'assessedAt' | 'riskLevelId'>,
): string {
  const months = reviewMonths ?? DEFAULT_CASE_SETTINGS.reviewMonths;
  return review?.dueOn ?? addMonths(dayOf(assessedAt), months[riskLevelId]);
}

/**
 * Where the onboarding stands, as the profile and the details both tell it. While something is asked for again, it is the customer's
 * turn whatever the state.
 */
export function standingOf({ submission, pages, answers, openRequests }: ProfileRow) {
  const completed = submission.onboardingCompleted;
  return {
    accountStatusId: ACCOUNT_STATUS_OF[submission.kycState],
    pendingStateId:
      openRequests.length > 0 ? ('ClientInfoMissing' as const) : PENDING_STATE_OF[submission.kycState],
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

/** The answers to the fields that are shown with them, in the form's order; one that a condition hides is kept and not told. */
function profileAnswers(
  pages: readonly FormPage[],
  given: readonly AnswerRow[],
): Array<Complete<ProfileAnswer>> {
  const byField = new Map(given.map((answer) => [answer.fieldId, answer]));
  const values = new Map(given.map(({ fieldId, value }) => [fieldId, value]));
  return [...visibleFields(pages, values).values()].flatMap((placed) => {
    const answer = byField.get(placed.field.id);
    return answer ? [profileAnswer(answer, placed)] : [];
  });
}

function profileAnswer(answer: AnswerRow, { field, section, page }: PlacedField) {
  const { id, label, name, fqName, fieldTypeId, isRequired, order, isLocked } = field;
  return {
    ...answerOf(answer),
    field: {
      id,
      label,
      name,
      fqName,
      fieldTypeId,
      isRequired,
      order,
      isLocked,
      pageName: page.name,
      sectionName: section.name,
    },
  };
}

/** A stored answer in the contract's spelling, without its field. */
export function answerOf(answer: AnswerRow) {
  return {
    id: answer.id,
    fieldID: answer.fieldId,
    fieldTypeId: answer.fieldTypeId,
    ...answer.value,
    answeredAt: isoMoment(answer.answeredAt),
    answeredBy: answer.answeredBy,
    version: answer.version,
  };
}

/** A moment out of PostgreSQL's JSON, in UTC with `Z`. Contract section 1. */
function isoMoment(moment: string): string {
  return new Date(moment).toISOString();
}
