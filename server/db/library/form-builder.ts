import {
  type FieldLimits,
  type FormField,
  type FormPage,
  fqName,
  type ShowWhen,
} from '@/lib/kyc/contract/forms';
import type { FieldType } from '@/lib/kyc/contract/lists';
import { stableId } from './stable-id';

/** The value of an option and the words that people read. */
type OptionPlan = readonly [value: string, text: string];

/** When something is shown, by the names of fields and the values of options. */
type WhenPlan =
  | { field: string; oneOf: readonly string[] }
  | { all: readonly WhenPlan[] }
  | { any: readonly WhenPlan[] }
  | { not: WhenPlan };

export type FieldPlan = {
  name: string;
  label: string;
  fieldTypeId: FieldType;
  isRequired: boolean;
  /** Of a People field the roles; their values are their ids. */
  options?: readonly OptionPlan[];
  help?: string;
  limits?: FieldLimits;
  when?: WhenPlan;
};
export type SectionPlan = { name: string; fields: readonly FieldPlan[]; when?: WhenPlan };
export type PagePlan = { name: string; sections: readonly SectionPlan[] };

type Details = Partial<Omit<FieldPlan, 'name' | 'label' | 'fieldTypeId'>>;

/** A field, required unless `details` say otherwise. `name` is what a risk model finds it by; a form has it once. */
export function field(name: string, label: string, fieldTypeId: FieldType, details: Details = {}): FieldPlan {
  return { name, label, fieldTypeId, isRequired: true, ...details };
}

export function optional<T extends FieldPlan>(plan: T): T {
  return { ...plan, isRequired: false };
}

export function section(name: string, ...fields: FieldPlan[]): SectionPlan {
  return { name, fields };
}

export function page(name: string, ...sections: SectionPlan[]): PagePlan {
  return { name, sections };
}

/** Holds when the field of that name is answered with one of these options or countries. */
export function answered(fieldName: string, ...oneOf: string[]): WhenPlan {
  return { field: fieldName, oneOf };
}

/** The fields, each shown only `when`. */
export function shownWhen(when: WhenPlan, ...plans: FieldPlan[]): FieldPlan[] {
  return plans.map((plan) => ({ ...plan, when }));
}

/** The pages of a form, with ids that belong to this form alone. Throws on a condition that names what the form does not have. */
export function pagesOf(formId: string, plans: readonly PagePlan[]): FormPage[] {
  const placed = plans.map((plan) => ({
    plan,
    sections: plan.sections.map((part) => ({
      part,
      fields: part.fields.map((one) => place(formId, plan.name, part.name, one)),
    })),
  }));
  const byName: Names = new Map(
    placed.flatMap(({ sections }) =>
      sections.flatMap(({ fields }) => fields.map((one): [string, Placed] => [one.plan.name, one])),
    ),
  );
  return placed.map(({ plan, sections }, pageIndex) => ({
    id: stableId(formId, plan.name),
    name: plan.name,
    order: pageIndex + 1,
    sections: sections.map(({ part, fields }, sectionIndex) => ({
      id: stableId(formId, plan.name, part.name),
      name: part.name,
      order: sectionIndex + 1,
      fields: fields.map((one, index) => fieldOf(one, byName, index + 1)),
      ...(part.when ? { showWhen: conditionOf(part.when, byName) } : {}),
    })),
  }));
}

/** A planned field with what its place in the form makes of it; `optionIds` by the options' values. */
type Placed = { plan: FieldPlan; id: string; fqName: string; optionIds: ReadonlyMap<string, string> };
type Names = ReadonlyMap<string, Placed>;

function place(formId: string, pageName: string, sectionName: string, plan: FieldPlan): Placed {
  const fullName = fqName(pageName, sectionName, plan.name);
  const idOf = (value: string) => (plan.fieldTypeId === 'People' ? value : stableId(formId, fullName, value));
  const optionIds = new Map(plan.options?.map(([value]) => [value, idOf(value)]));
  return { plan, id: stableId(formId, fullName), fqName: fullName, optionIds };
}

function fieldOf({ plan, id, fqName: fullName, optionIds }: Placed, names: Names, order: number): FormField {
  const { options, when, ...rest } = plan;
  return {
    ...rest,
    id,
    fqName: fullName,
    isLocked: false,
    order,
    ...(options
      ? {
          options: options.map(([optionValue, optionText]) => ({
            id: optionIds.get(optionValue) ?? optionValue,
            optionText,
            optionValue,
          })),
        }
      : {}),
    ...(when ? { showWhen: conditionOf(when, names) } : {}),
  };
}

function conditionOf(when: WhenPlan, names: Names): ShowWhen {
  if ('all' in when) return { all: when.all.map((one) => conditionOf(one, names)) };
  if ('any' in when) return { any: when.any.map((one) => conditionOf(one, names)) };
  if ('not' in when) return { not: conditionOf(when.not, names) };
  const asked = names.get(when.field);
  if (!asked) throw new Error(`No field is named ${when.field}`);
  const oneOf = when.oneOf.map((value) => {
    const known = asked.plan.options ? asked.optionIds.get(value) : value;
    if (known === undefined) throw new Error(`${when.field} has no option ${value}`);
    return known;
  });
  return { fieldId: asked.id, oneOf };
}
