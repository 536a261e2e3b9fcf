import type { CaptureView } from './capture';
import { answerOf, type Draft } from './capture-draft';
import { isFilled, shownPages } from './conditions';
import type { TypedAnswer } from './contract/answers';
import type { FormField, FormPage } from './contract/forms';
import { mayAnswer } from './editing';

/** The answers as they stand with what is typed over them, whole or not: conditions follow every keystroke. */
export function givenWith(
  { answers }: Pick<CaptureView, 'answers'>,
  unsaved: Readonly<Record<string, { draft: Draft | undefined }>>,
): Map<string, TypedAnswer> {
  const given = new Map(Object.entries(answers).map(([fieldId, { answer }]) => [fieldId, answer]));
  for (const [fieldId, { draft }] of Object.entries(unsaved)) {
    const meant = answerOf(draft);
    if (meant === null) given.delete(fieldId);
    // Unfinished ones too: what reads them looks at single values.
    else given.set(fieldId, meant as TypedAnswer);
  }
  return given;
}

/** A page as a step of filling in: what of it is still open. Fields are named in the form's order. */
export type Step = {
  page: FormPage;
  /** Required, shown, not locked, and without an answer. */
  missing: FormField[];
  /** Typed, but not yet what the field takes. */
  unfinished: FormField[];
  /** Asked for again, and not answered since. */
  asked: FormField[];
  /** Whether anything on it may be changed now. */
  open: boolean;
};

/** The shown pages in order, each with what is open. `unfinished`: fields whose typed value does not do, by id. */
export function stepsOf(
  view: Pick<CaptureView, 'pages' | 'editable' | 'requests' | 'answers'>,
  given: ReadonlyMap<string, TypedAnswer>,
  unfinished: ReadonlySet<string>,
): Step[] {
  return shownPages(view.pages, given).map((page) => {
    const fields = page.sections.flatMap((section) => section.fields);
    const open = fields.filter((field) => !field.isLocked && mayAnswer(view.editable, field.id));
    return {
      page,
      missing: open.filter((field) => field.isRequired && !isFilled(given.get(field.id))),
      unfinished: open.filter((field) => unfinished.has(field.id)),
      asked: open.filter((field) => stillAsked(view, field.id)),
      open: open.length > 0,
    };
  });
}

/** The open request for a field's answer, if there is one. */
export function requestFor({ requests }: Pick<CaptureView, 'requests'>, fieldId: string) {
  return requests.find((request) => request.state === 'open' && request.fieldId === fieldId);
}

/** Whether a field is asked for again and was not answered since. */
export function stillAsked(view: Pick<CaptureView, 'requests' | 'answers'>, fieldId: string): boolean {
  const request = requestFor(view, fieldId);
  const at = view.answers[fieldId]?.answeredAt;
  return request !== undefined && (!at || at <= request.requestedAt);
}

/** The step to begin with: the first that owes something, else the first that is open, else the first. */
export function firstStep(steps: readonly Step[]): Step | undefined {
  return (
    steps.find((step) => owes(step)) ?? steps.find((step) => step.open && step.asked.length > 0) ?? steps[0]
  );
}

/** Whether a step owes something before the form can be sent. */
export function owes({ missing, unfinished, asked }: Step): boolean {
  return missing.length + unfinished.length + asked.length > 0;
}
