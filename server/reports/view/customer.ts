import type { Profile } from '@/lib/kyc/contract/profiles';
import { answerCounts } from '@/lib/kyc/profile-view/counts';
import { line, moment } from '@/lib/kyc/profile-view/text';
import type { PageView } from '@/lib/kyc/profile-view/types';
import { fill, wordFor } from '@/lib/kyc/profile-view/words';
import type { ReportWords } from '../words';
import type { Fact } from './types';

/**
 * What is known of the customer and the onboarding, in the order of the cover block. What every customer has is shown as "Not
 * recorded" where it is missing; what only some have is then left out.
 */
export function customerFacts(
  { submission, form, documents }: Profile,
  pages: PageView[],
  words: ReportWords,
): Fact[] {
  const { total, answered, missing } = answerCounts(pages);
  const label = words.customer;
  const company = submission.legalEntityCustomer;
  const always = (text: string | null | undefined) => line(text ?? '') || words.unknown;
  const maybe = (text: string | null | undefined) => line(text ?? '');
  const facts: Fact[] = [
    { label: label.submissionId, value: always(submission.id), mono: true },
    { label: label.employee, value: always(submission.employeeName) },
    { label: label.form, value: formName(form, words) },
    { label: label.email, value: always(submission.customerEmail) },
    { label: label.registrationNumber, value: maybe(company?.registrationNumber), mono: true },
    { label: label.tradingName, value: maybe(company?.tradingName) },
    { label: label.mobile, value: always(submission.customerMobileNumber) },
    {
      label: label.accountStatus,
      value: submission.accountStatusId
        ? wordFor(words.accountStatuses, submission.accountStatusId)
        : words.unknown,
    },
    {
      label: label.waitingFor,
      value: submission.pendingStateId ? wordFor(words.pendingStates, submission.pendingStateId) : '',
    },
    {
      label: label.started,
      value: submission.onboardingStarted ? moment(submission.onboardingStarted) : words.unknown,
    },
    {
      label: label.completed,
      value: submission.onboardingCompleted ? moment(submission.onboardingCompleted) : label.notCompleted,
    },
    {
      label: label.progress,
      value:
        submission.onboardingProgress === undefined ? '' : `${Math.round(submission.onboardingProgress)} %`,
    },
    { label: label.answers, value: fill(label.answerCount, { answered, total }) },
    { label: label.required, value: missing === 0 ? words.none : String(missing) },
    { label: label.documents, value: documents.length === 0 ? words.none : String(documents.length) },
    { label: label.version, value: submission.version === undefined ? '' : String(submission.version) },
    { label: label.updated, value: submission.updatedAt ? moment(submission.updatedAt) : '' },
  ];
  return facts.filter(({ value }) => value !== '');
}

function formName({ name, version }: Profile['form'], words: ReportWords): string {
  const shown = line(name ?? '') || words.unknown;
  return version === undefined ? shown : fill(words.customer.formVersion, { name: shown, version });
}
