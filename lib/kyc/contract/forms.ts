import * as z from 'zod';
import { FIELD_TYPES, FORM_ENTITY_TYPES, FORM_TYPES, LOOKUP_TYPES } from './lists';
import { opaqueId, openList } from './text';

/** One choice of a radio or check-box field. */
export const fieldOption = z.looseObject({ id: z.string(), optionText: z.string(), optionValue: z.string() });

/** A field as a profile's form shows it. Contract section 4. */
export const formField = z.looseObject({
  id: z.string(),
  name: z.string(),
  label: z.string(),
  fqName: z.string(),
  fieldTypeId: openList(FIELD_TYPES),
  isRequired: z.boolean(),
  isLocked: z.boolean(),
  order: z.number(),
  options: z.array(fieldOption).optional(),
});
export type FormField = z.output<typeof formField>;

/** A section of a page. Contract section 4. */
export const formSection = z.looseObject({
  id: z.string(),
  name: z.string(),
  order: z.number(),
  fields: z.array(formField),
});
export type FormSection = z.output<typeof formSection>;

/** A page of a form. Contract section 4. */
export const formPage = z.looseObject({
  id: z.string(),
  name: z.string(),
  order: z.number(),
  sections: z.array(formSection),
});
export type FormPage = z.output<typeof formPage>;

/** A form as the list names it. Contract section 5. */
export const formSummary = z.looseObject({
  id: opaqueId,
  name: z.string(),
  version: z.number().optional(),
  entityType: openList(FORM_ENTITY_TYPES).optional(),
  formType: openList(FORM_TYPES).optional(),
  isActive: z.boolean().optional(),
});
export type FormSummary = z.output<typeof formSummary>;

export const listFormsInput = z.object({ formType: z.enum(FORM_TYPES).optional() });
export const listFormsOutput = z.looseObject({ count: z.number(), forms: z.array(formSummary) });

export const getFormFieldsInput = z.object({ formId: opaqueId });
/** A field as `GET forms/{formId}/fields` names it: other names than in a profile, so published. Contract section 5. */
export const listedField = z.looseObject({
  fieldId: z.string(),
  fqName: z.string(),
  fieldType: openList(FIELD_TYPES),
  fieldName: z.string(),
  sectionName: z.string(),
  pageName: z.string(),
  isRequired: z.boolean(),
  options: z.array(fieldOption).optional(),
});
export const getFormFieldsOutput = z.looseObject({ count: z.number(), fields: z.array(listedField) });

export const getLookupsInput = z.object({ type: z.enum(LOOKUP_TYPES) });
export const getLookupsOutput = z.array(z.looseObject({ id: z.string(), name: z.string() }));

/** `PageName_SectionName_FieldName`, each part in PascalCase without blanks. Contract section 5. */
export function fqName(pageName: string, sectionName: string, fieldName: string): string {
  return [pageName, sectionName, fieldName].map(pascalCase).join('_');
}

function pascalCase(words: string): string {
  return words
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
