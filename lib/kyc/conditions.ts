import type { AnswerValue, TypedAnswer } from './contract/answers';
import type { FormField, FormPage, FormSection, ShowWhen } from './contract/forms';
import { inOrder } from './order';

/** What is answered so far, by the field's id. */
export type Given = ReadonlyMap<string, TypedAnswer>;

/** Values are all that conditions look at, so that answers without their `fieldTypeId` (as they are stored) do as well. */
type Values = ReadonlyMap<string, AnswerValue>;

/** A field with the places where it stands. */
export type PlacedField = { field: FormField; section: FormSection; page: FormPage };

/**
 * The pages as they are shown with these answers, in order: without hidden sections and fields, and without pages that nothing of is
 * left of. A condition on a field that is itself not shown does not hold, nor does one that leads back to itself.
 */
export function shownPages(pages: readonly FormPage[], given: Values): FormPage[] {
  const isShown = visibility(pages, given);
  return inOrder(pages)
    .map((page) => ({
      ...page,
      sections: inOrder(page.sections)
        .map((section) => ({ ...section, fields: inOrder(section.fields).filter(({ id }) => isShown(id)) }))
        .filter(({ fields }) => fields.length > 0),
    }))
    .filter(({ sections }) => sections.length > 0);
}

/** The fields that are shown with these answers, by id, in the form's order. */
export function visibleFields(pages: readonly FormPage[], given: Values): Map<string, PlacedField> {
  return new Map(placedFields(shownPages(pages, given)).map((placed) => [placed.field.id, placed]));
}

/** Every field with its section and page, as the form lists them. */
export function placedFields(pages: readonly FormPage[]): PlacedField[] {
  return pages.flatMap((page) =>
    page.sections.flatMap((section) => section.fields.map((field) => ({ field, section, page }))),
  );
}

/** An empty choice and an empty list of people are answers to nothing. */
export function isFilled(value: AnswerValue | undefined): boolean {
  if (value === undefined) return false;
  if ('optionIds' in value) return value.optionIds.length > 0;
  if ('people' in value) return value.people.length > 0;
  return true;
}

function visibility(pages: readonly FormPage[], given: Values): (fieldId: string) => boolean {
  const placed = new Map(placedFields(pages).map((one) => [one.field.id, one]));
  const known = new Map<string, boolean>();
  const isShown = (fieldId: string): boolean => {
    const before = known.get(fieldId);
    if (before !== undefined) return before;
    const found = placed.get(fieldId);
    if (!found) return false;
    // Stands while the field's own condition is looked at: one that leads back here does not hold.
    known.set(fieldId, false);
    const shown = holds(found.section.showWhen) && holds(found.field.showWhen);
    known.set(fieldId, shown);
    return shown;
  };
  const holds = (when: ShowWhen | undefined): boolean => {
    if (when === undefined) return true;
    if ('all' in when) return when.all.every(holds);
    if ('any' in when) return when.any.some(holds);
    if ('not' in when) return !holds(when.not);
    return isShown(when.fieldId) && saysOneOf(given.get(when.fieldId), when.oneOf);
  };
  return isShown;
}

/** What of an answer a condition compares: options, a country, or a flag as `true` and `false`. */
function saysOneOf(value: AnswerValue | undefined, oneOf: readonly string[]): boolean {
  if (value === undefined) return false;
  if ('optionId' in value) return oneOf.includes(value.optionId);
  if ('optionIds' in value) return value.optionIds.some((id) => oneOf.includes(id));
  if ('hasCorrespondenceAddress' in value && oneOf.includes(String(value.hasCorrespondenceAddress)))
    return true;
  return 'countryId' in value && oneOf.includes(value.countryId);
}
