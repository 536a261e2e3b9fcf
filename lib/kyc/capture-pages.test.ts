import { describe, expect, it } from 'vitest';
import type { CaptureView } from './capture';
import { firstStep, givenWith, stepsOf } from './capture-pages';
import type { TypedAnswer } from './contract/answers';
import type { FormField, FormPage } from './contract/forms';

function field(id: string, more: Partial<FormField> = {}): FormField {
  const names = { name: id, label: id, fqName: id };
  return { id, ...names, fieldTypeId: 'Text', isRequired: true, isLocked: false, order: 1, ...more };
}

function page(id: string, order: number, ...fields: FormField[]): FormPage {
  return { id, name: id, order, sections: [{ id: `${id}-main`, name: 'Main', order: 1, fields }] };
}

const yesNo = { fieldTypeId: 'SingleOptionRadio' as const };
const pages = [
  page('second', 2, field('locked', { isLocked: true }), field('note', { isRequired: false })),
  page(
    'first',
    1,
    field('exposed', yesNo),
    field('how', { order: 2, showWhen: { fieldId: 'exposed', oneOf: ['yes'] } }),
  ),
  page('third', 3, field('name')),
];

const radio = (optionId: string): TypedAnswer => ({ ...yesNo, optionId });
const by = { kind: 'customer', name: null } as const;

function view(more: Partial<CaptureView> = {}): CaptureView {
  const some = { pages, editable: { kind: 'all' }, requests: [], answers: {}, version: 1 };
  return { ...some, ...more } as unknown as CaptureView;
}

const ids = (fields: readonly FormField[]) => fields.map(({ id }) => id);
const steps = (of: CaptureView, given = givenWith(of, {}), unfinished: string[] = []) =>
  stepsOf(of, given, new Set(unfinished)).map((step) => ({
    page: step.page.id,
    missing: ids(step.missing),
    unfinished: ids(step.unfinished),
    asked: ids(step.asked),
    open: step.open,
  }));

describe('the steps of filling in', () => {
  it('stand in order and owe what is required, shown, open and not answered', () => {
    expect(steps(view())).toEqual([
      { page: 'first', missing: ['exposed'], unfinished: [], asked: [], open: true },
      { page: 'second', missing: [], unfinished: [], asked: [], open: true },
      { page: 'third', missing: ['name'], unfinished: [], asked: [], open: true },
    ]);
  });

  it('follow what is being typed, before any of it is saved', () => {
    const typed = givenWith(view(), { exposed: { draft: radio('yes') } });
    expect(steps(view(), typed)[0]).toMatchObject({ missing: ['how'] });
    const answered = view({
      answers: { exposed: { answer: radio('yes'), version: 1, answeredAt: null, by } },
    });
    const emptied = givenWith(answered, { exposed: { draft: undefined } });
    expect(steps(answered, emptied)[0]).toMatchObject({ missing: ['exposed'] });
  });

  it('name what is typed and does not do', () => {
    const typed = givenWith(view(), { name: { draft: { fieldTypeId: 'Text', textValue: 'x' } } });
    expect(steps(view(), typed, ['name'])[2]).toMatchObject({ missing: [], unfinished: ['name'] });
  });

  it('name what is asked again until it is answered anew', () => {
    const request = {
      id: 'r',
      fieldId: 'name',
      documentTypeId: null,
      documentId: null,
      reason: 'moreDetail',
      words: 'Please',
      requestedAt: '2026-11-22T10:00:00.000Z',
      state: 'open',
    } as const;
    const asked = (answeredAt: string) =>
      view({
        editable: { kind: 'asked', fieldIds: ['name'], documentTypeIds: [] },
        requests: [request],
        answers: { name: { answer: { fieldTypeId: 'Text', textValue: 'A' }, version: 1, answeredAt, by } },
      });
    const before = steps(asked('2026-11-22T09:00:00.000Z'));
    expect(before[2]).toMatchObject({ asked: ['name'], open: true });
    expect(before[0]).toMatchObject({ missing: [], open: false });
    expect(steps(asked('2026-11-22T10:00:01.000Z'))[2]).toMatchObject({ asked: [] });
  });

  it('begin with the first that owes something, else with the first', () => {
    const at = (of: CaptureView) => firstStep(stepsOf(of, givenWith(of, {}), new Set()))?.page.id;
    const exposed = { answer: radio('no'), version: 1, answeredAt: null, by };
    expect(at(view())).toBe('first');
    expect(at(view({ answers: { exposed } }))).toBe('third');
    expect(at(view({ editable: { kind: 'nothing' } }))).toBe('first');
  });
});
