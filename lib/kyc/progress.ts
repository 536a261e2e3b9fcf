import { isFilled, shownPages } from './conditions';
import type { AnswerValue } from './contract/answers';
import type { FormPage } from './contract/forms';
import type { PageStatus } from './contract/lists';

/** How far an onboarding is: in all, 0 to 100, and page by page. Contract section 3. */
export type Progress = {
  onboardingProgress: number;
  pageStatuses: Array<{ pageId: string; pageName: string; onboardingStatusId: PageStatus }>;
};

/**
 * How far a form is filled in, of the fields that are shown with these answers. The whole counts answered required fields of all
 * required fields, rounded down, so that 100 means that nothing is owed; a locked field that is not answered is owed by nobody. A
 * page is complete when its required fields are answered; one that requires nothing, when anything on it is answered or the form
 * was submitted without.
 */
export function progressOf(
  pages: readonly FormPage[],
  answers: readonly { fieldId: string; value: AnswerValue }[],
  submitted: boolean,
): Progress {
  const values = new Map(answers.map(({ fieldId, value }) => [fieldId, value]));
  const answered = new Set(answers.filter(({ value }) => isFilled(value)).map(({ fieldId }) => fieldId));
  const counted = shownPages(pages, values).map((page) => ({ page, ...countPage(page, answered) }));
  const required = sum(counted.map((one) => one.required));
  const done = sum(counted.map((one) => one.done));
  const complete = (one: (typeof counted)[number]) =>
    one.required === 0 ? submitted || one.answered > 0 : one.done === one.required;
  return {
    onboardingProgress: required === 0 ? (submitted ? 100 : 0) : Math.floor((100 * done) / required),
    pageStatuses: counted.map((one) => ({
      pageId: one.page.id,
      pageName: one.page.name,
      onboardingStatusId: complete(one) ? 'Completed' : 'Pending',
    })),
  };
}

function countPage(page: FormPage, answered: ReadonlySet<string>) {
  const fields = page.sections.flatMap((section) => section.fields);
  const required = fields.filter(
    ({ id, isRequired, isLocked }) => isRequired && (!isLocked || answered.has(id)),
  );
  return {
    required: required.length,
    done: required.filter(({ id }) => answered.has(id)).length,
    answered: fields.filter(({ id }) => answered.has(id)).length,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
