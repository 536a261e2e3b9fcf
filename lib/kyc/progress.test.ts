import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerValue } from './contract/answers';
import type { FormPage } from './contract/forms';
import { progressOf } from './progress';

/** A page whose fields are `required` ones and `optional` ones, named `<name>-r0`, `<name>-o0`. */
function page(name: string, order: number, required: number, optional: number): FormPage {
  const field = (id: string, isRequired: boolean) => ({
    id,
    name: id,
    label: id,
    fqName: id,
    fieldTypeId: 'Text' as const,
    isRequired,
    isLocked: false,
    order: 1,
  });
  const fields = [
    ...Array.from({ length: required }, (_, index) => field(`${name}-r${index}`, true)),
    ...Array.from({ length: optional }, (_, index) => field(`${name}-o${index}`, false)),
  ];
  return { id: name, name, order, sections: [{ id: `${name}-s`, name: 'Section', order: 1, fields }] };
}

const text = (fieldId: string): { fieldId: string; value: AnswerValue } => ({
  fieldId,
  value: { textValue: 'x' },
});
const statuses = (...given: Parameters<typeof progressOf>) =>
  progressOf(...given).pageStatuses.map((one) => one.onboardingStatusId);

describe('progress', () => {
  it('counts required fields only, rounded down', () => {
    const pages = [page('a', 1, 3, 2)];
    expect(progressOf(pages, [], false).onboardingProgress).toBe(0);
    expect(progressOf(pages, [text('a-o0')], false).onboardingProgress).toBe(0);
    expect(progressOf(pages, [text('a-r0'), text('a-r1')], false).onboardingProgress).toBe(66);
  });

  it('is 100 if and only if nothing that is required is missing', () => {
    const count = fc.integer({ min: 0, max: 250 });
    fc.assert(
      fc.property(count, count, (required, answered) => {
        fc.pre(required > 0);
        const done = Math.min(required, answered);
        const given = Array.from({ length: done }, (_, index) => text(`a-r${index}`));
        const { onboardingProgress } = progressOf([page('a', 1, required, 1)], given, false);
        expect(onboardingProgress === 100).toBe(done === required);
        expect(onboardingProgress).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('does not take an empty choice or an empty list of people for an answer', () => {
    const pages = [page('a', 1, 2, 0)];
    const given = [
      { fieldId: 'a-r0', value: { optionIds: [] } },
      { fieldId: 'a-r1', value: { people: [] } },
    ];
    expect(progressOf(pages, given, false).onboardingProgress).toBe(0);
  });

  it('ignores answers to fields that the form does not have', () => {
    expect(progressOf([page('a', 1, 1, 0)], [text('gone')], false).onboardingProgress).toBe(0);
  });

  it("tells pages in the form's order, complete when their required fields are answered", () => {
    const pages = [page('b', 2, 1, 1), page('a', 1, 1, 0)];
    expect(progressOf(pages, [text('b-r0')], false).pageStatuses).toEqual([
      { pageId: 'a', pageName: 'a', onboardingStatusId: 'Pending' },
      { pageId: 'b', pageName: 'b', onboardingStatusId: 'Completed' },
    ]);
  });

  it('takes a page that requires nothing for complete once it is answered or the form is submitted', () => {
    const pages = [page('a', 1, 0, 2)];
    expect(statuses(pages, [], false)).toEqual(['Pending']);
    expect(statuses(pages, [text('a-o1')], false)).toEqual(['Completed']);
    expect(statuses(pages, [], true)).toEqual(['Completed']);
    expect(progressOf(pages, [], false).onboardingProgress).toBe(0);
    expect(progressOf(pages, [], true).onboardingProgress).toBe(100);
  });

  it('counts what is shown with these answers: what an answer hides is owed no more, nor is its page', () => {
    const kind = page('a', 1, 1, 0);
    const hidden = page('b', 2, 3, 0);
    for (const section of hidden.sections) section.showWhen = { fieldId: 'a-r0', oneOf: ['company'] };
    const chose = (optionId: string) => [{ fieldId: 'a-r0', value: { optionId } }];
    expect(progressOf([kind, hidden], chose('company'), false).onboardingProgress).toBe(25);
    const { onboardingProgress, pageStatuses } = progressOf([kind, hidden], chose('person'), false);
    expect(onboardingProgress).toBe(100);
    expect(pageStatuses.map(({ pageId }) => pageId)).toEqual(['a']);
  });

  it('does not wait for a locked field, which nobody may answer', () => {
    const locked = page('a', 1, 2, 0);
    for (const field of locked.sections.flatMap(({ fields }) => fields)) field.isLocked = field.id === 'a-r1';
    expect(progressOf([locked], [text('a-r0')], false).onboardingProgress).toBe(100);
    expect(progressOf([locked], [text('a-r1')], false).onboardingProgress).toBe(50);
  });
});
