import * as z from 'zod';
import { DOCUMENT_TYPES, FIELD_TYPES, FORM_ENTITY_TYPES, FORM_TYPES, LOOKUP_TYPES } from './lists';
import { opaqueId, openList } from './text';

/**
 * When a field or section is shown. `oneOf` compares what another field of the form is answered with: option ids, a country's
 * code, `true` or `false`. A condition on a field that is itself not shown does not hold.
 */
export type ShowWhen =
  | { fieldId: string; oneOf: string[] }
  | { all: ShowWhen[] }
  | { any: ShowWhen[] }
  | { not: ShowWhen };
export const showWhen: z.ZodType<ShowWhen> = z.lazy(() =>
  z.union([
    z.object({ fieldId: z.string(), oneOf: z.array(z.string()) }),
    z.object({ all: z.array(showWhen) }),
    z.object({ any: z.array(showWhen) }),
    z.object({ not: showWhen }),
  ]),
);

/**
 * What an answer to a field is held to, besides its type. Lengths are characters, `least` and `most` count options or people,
 * `earliest` and `latest` are days (`YYYY-MM-DD`) or counted from today: `today`, `-18y`, `+10y`, `-90d`.
 */
export const fieldLimits = z
  .looseObject({
    minLength: z.number(),
    maxLength: z.number(),
    min: z.number(),
    max: z.number(),
    /** Places after the decimal point. */
    decimals: z.number(),
    earliest: z.string(),
    latest: z.string(),
    least: z.number(),
    most: z.number(),
    /** Of a People field: less than this share of the ownership, in percent, may stay without a natural person named for it. */
    unaccountedBelow: z.number(),
    /** What an upload to this field is filed as. Contract section 7. */
    documentTypeId: openList(DOCUMENT_TYPES),
    /** The document must have an expiry date; of an identity card the front. */
    needsExpiryDate: z.boolean(),
  })
  .partial();
export type FieldLimits = z.output<typeof fieldLimits>;

/** One choice of a radio or check-box field. */
export const fieldOption = z.looseObject({ id: z.string(), optionText: z.string(), optionValue: z.string() });

/** A field as a profile's form shows it. Contract section 4; `help`, `limits` and `showWhen` are additions of ours. */
export const formField = z.looseObject({
  id: z.string(),
  name: z.string(),
  label: z.string(),
  fqName: z.string(),
  fieldTypeId: openList(FIELD_TYPES),
  isRequired: z.boolean(),
  isLocked: z.boolean(),
  order: z.number(),
  /** Choices; of a People field the roles that its people may have. */
  options: z.array(fieldOption).optional(),
  /** What stands below the field, for whoever fills it in. */
  help: z.string().optional(),
  limits: fieldLimits.optional(),
  showWhen: showWhen.optional(),
});
export type FormField = z.output<typeof formField>;

/** A section of a page. Contract section 4. */
export const formSection = z.looseObject({
  id: z.string(),
  name: z.string(),
  order: z.number(),
  fields: z.array(formField),
  showWhen: showWhen.optional(),
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
