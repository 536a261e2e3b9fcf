import type { KycApi } from '@/lib/kyc/api';
import { KycError } from '@/lib/kyc/contract/errors';
import { inOrder } from '@/lib/kyc/order';
import { activeForms, currentPages } from '../../db/queries/forms';
import type { EngineParts } from './parts';

/** `GET forms`: the active ones by name. Contract section 5. */
export function listForms({ db }: EngineParts): KycApi['listForms'] {
  return async (call, { formType }) => {
    const forms = await activeForms(db, call.tenantId, formType);
    return { count: forms.length, forms };
  };
}

/** `GET forms/{formId}/fields`: what the form asks today, in its order. Contract section 5. */
export function getFormFields({ db }: EngineParts): KycApi['getFormFields'] {
  return async (call, { formId }) => {
    const pages = await currentPages(db, call.tenantId, formId);
    if (pages === undefined) throw new KycError(404);
    const fields = inOrder(pages).flatMap((page) =>
      inOrder(page.sections).flatMap((section) =>
        inOrder(section.fields).map((field) => ({
          fieldId: field.id,
          fqName: field.fqName,
          fieldType: field.fieldTypeId,
          fieldName: field.name,
          sectionName: section.name,
          pageName: page.name,
          isRequired: field.isRequired,
          ...(field.options ? { options: field.options } : {}),
        })),
      ),
    );
    return { count: fields.length, fields };
  };
}
