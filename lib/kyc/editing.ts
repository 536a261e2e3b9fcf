import type { KycState } from './contract/lists';
import type { InformationRequest } from './requests';

/** What of a submission may be changed: everything, what is asked for again, or nothing. */
export type Editable =
  | { kind: 'all' }
  | { kind: 'asked'; fieldIds: string[]; documentTypeIds: string[] }
  | { kind: 'nothing' };

/** The states in which a form is filled in freely. Contract section 6. */
const FREE: readonly KycState[] = ['New', 'Onboarding', 'Rejected', 'OnboardingAfterRejection'];

type Asked = Pick<InformationRequest, 'fieldId' | 'documentTypeId'>;

/**
 * What may be changed in a state while these requests are open. Something that compliance asks for again is answered alone; without a
 * request, a submission is open before its first and after a negative decision, and closed while it is under review or approved.
 *
 * `owed` are fields that must be answered and are not (`checkAnswers`, kind `missing`): a new answer to what is asked may bring a
 * question with it, and nobody could send the form back without an answer to that one too.
 */
export function editable(state: KycState, open: readonly Asked[], owed: readonly string[] = []): Editable {
  if (open.length > 0) {
    return {
      kind: 'asked',
      fieldIds: [...new Set([...open.flatMap(({ fieldId }) => fieldId ?? []), ...owed])],
      documentTypeIds: open.flatMap(({ documentTypeId }) => documentTypeId ?? []),
    };
  }
  return FREE.includes(state) ? { kind: 'all' } : { kind: 'nothing' };
}

/** Whether a field may be answered now. */
export function mayAnswer(what: Editable, fieldId: string): boolean {
  return what.kind === 'all' || (what.kind === 'asked' && what.fieldIds.includes(fieldId));
}
