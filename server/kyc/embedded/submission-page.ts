import type { KycApi } from '@/lib/kyc/api';
import { placedFields } from '@/lib/kyc/conditions';
import { KycError } from '@/lib/kyc/contract/errors';
import { nestedNames } from './names';
import type { EngineParts } from './parts';
import { answerOf } from './profile';
import { findRow } from './profiles';

/**
 * `GET submissions/{submissionId}/pages/{pageId}`: the page as it was when the submission began, with the answers to its fields, those
 * that a condition hides at present too: who fills in needs their versions. Contract section 6.
 */
export function getSubmissionPage(parts: EngineParts): KycApi['getSubmissionPage'] {
  return async (call, { submissionId, pageId }) => {
    const row = await findRow(parts, call, submissionId);
    const page = row.pages.find(({ id }) => id === pageId);
    if (page === undefined) throw new KycError(404);
    const { submission, customer, form } = row;
    const { individualCustomer: person, legalEntityCustomer: company } = nestedNames(customer);
    const given = new Map(row.answers.map((answer) => [answer.fieldId, answer]));
    return {
      id: submission.id,
      userDetailsId: person && customer.id,
      userDetails: person && { id: customer.id, ...person, email: customer.email },
      companyId: company && customer.id,
      company: company && { id: customer.id, ...company },
      formId: form.id,
      form: { ...form, version: submission.formVersion, tenantId: submission.tenantId, pages: [page] },
      formApproverUserId: [],
      answers: placedFields([page]).flatMap(({ field }) => {
        const answer = given.get(field.id);
        if (answer === undefined) return [];
        const { id, label, name, fieldTypeId, isRequired, order, isLocked } = field;
        return [
          { ...answerOf(answer), field: { id, label, name, fieldTypeId, isRequired, order, isLocked } },
        ];
      }),
    };
  };
}
