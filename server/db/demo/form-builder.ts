import { type FormField, type FormPage, fqName } from '@/lib/kyc/contract/forms';
import type { FieldType } from '@/lib/kyc/contract/lists';
import { demoId } from './ids';

/** The value of an option and the words that people read. */
type OptionPlan = readonly [value: string, text: string];

type FieldPlan = {
  name: string;
  label: string;
  fieldTypeId: FieldType;
  isRequired: boolean;
  options?: readonly OptionPlan[];
};
type SectionPlan = { name: string; fields: readonly FieldPlan[] };
export type PagePlan = { name: string; sections: readonly SectionPlan[] };

/** A required field. `name` is what a risk model finds it by. */
export function field(
  name: string,
  label: string,
  fieldTypeId: FieldType,
  options?: readonly OptionPlan[],
): FieldPlan {
  return { name, label, fieldTypeId, isRequired: true, ...(options ? { options } : {}) };
}

export function optional(plan: FieldPlan): FieldPlan {
  return { ...plan, isRequired: false };
}

export function section(name: string, ...fields: FieldPlan[]): SectionPlan {
  return { name, fields };
}

export function page(name: string, ...sections: SectionPlan[]): PagePlan {
  return { name, sections };
}

/** The pages of a form, with ids that belong to this form alone. */
export function pagesOf(formId: string, plans: readonly PagePlan[]): FormPage[] {
  return plans.map((plan, pageIndex) => ({
    id: demoId(formId, plan.name),
    name: plan.name,
    order: pageIndex + 1,
    sections: plan.sections.map((part, sectionIndex) => ({
      id: demoId(formId, plan.name, part.name),
      name: part.name,
      order: sectionIndex + 1,
      fields: part.fields.map((one, index) => fieldOf(formId, plan.name, part.name, one, index + 1)),
    })),
  }));
}

function fieldOf(
  formId: string,
  pageName: string,
  sectionName: string,
  { options, ...plan }: FieldPlan,
  order: number,
): FormField {
  const name = fqName(pageName, sectionName, plan.name);
  return {
    ...plan,
    id: demoId(formId, name),
    fqName: name,
    isLocked: false,
    order,
    ...(options
      ? {
          options: options.map(([optionValue, optionText]) => ({
            id: demoId(formId, name, optionValue),
            optionText,
            optionValue,
          })),
        }
      : {}),
  };
}
