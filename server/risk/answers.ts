import type { AnswerValue, Person } from '@/lib/kyc/contract/answers';
import type { FormField, FormPage } from '@/lib/kyc/contract/forms';
import { ownership } from '@/lib/kyc/ownership';

/** A field that a model names, as its form asks it. */
export type AskedField = Pick<FormField, 'label' | 'options'> & {
  /** Undefined while it is not answered. */
  value: AnswerValue | undefined;
};

/** Finds what a form asked and was answered, by the name of the field. */
export type Answers = (fieldName: string) => AskedField | undefined;

/** The answers of a form by field name, the third part of `fqName`; where two fields share a name, the answered one. */
export function answersByName(
  pages: readonly FormPage[],
  given: readonly { fieldId: string; value: AnswerValue }[],
): Answers {
  const values = new Map(given.map(({ fieldId, value }) => [fieldId, value]));
  const asked = new Map<string, AskedField>();
  for (const field of pages.flatMap((page) => page.sections.flatMap((section) => section.fields))) {
    const name = field.fqName.slice(field.fqName.lastIndexOf('_') + 1);
    if (asked.get(name)?.value === undefined) {
      asked.set(name, { label: field.label, value: values.get(field.id), options: field.options });
    }
  }
  return (fieldName) => asked.get(fieldName);
}

/** The countries in an answer: its own, an address's, and the nationalities of people and companies in between. */
export function countriesIn(value: AnswerValue): string[] {
  if ('countryId' in value) return [value.countryId];
  return membersIn(value).flatMap(({ nationalityId }) => nationalityId ?? []);
}

/** Everybody and every company in between that an answer names. */
function membersIn(value: AnswerValue | undefined): readonly Person[] {
  return value !== undefined && 'people' in value ? value.people : [];
}

/** The natural persons that an answer names. */
export function peopleIn(value: AnswerValue | undefined): readonly Person[] {
  return membersIn(value).filter(({ isCompany }) => !isCompany);
}

/** How much of the company natural persons hold who are named, directly and through companies, 0 to 100. */
export function namedShareIn(value: AnswerValue | undefined): number {
  return 100 - ownership(membersIn(value)).unaccounted;
}

/** The options that an answer chose, as the form defines them. */
export function optionsIn({ value, options = [] }: AskedField): NonNullable<FormField['options']> {
  if (value === undefined) return [];
  const ids = 'optionId' in value ? [value.optionId] : 'optionIds' in value ? value.optionIds : [];
  return options.filter(({ id }) => ids.includes(id));
}
