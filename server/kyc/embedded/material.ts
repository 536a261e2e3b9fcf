import { placedFields } from '@/lib/kyc/conditions';
import type { AnswerValue } from '@/lib/kyc/contract/answers';
import type { DocumentType } from '@/lib/kyc/contract/lists';
import { subjectOfDocument, subjectOfField } from '@/lib/kyc/materiality';
import { sameAnswer } from '@/lib/kyc/same-answer';
import type { ProfileRow } from '../../db/queries/profile';

/** What a change does to answers and documents. */
type Changed = {
  saved?: readonly { fieldId: string; value: AnswerValue }[];
  removed?: readonly string[];
  documents?: readonly { documentTypeId: DocumentType }[];
};

type Before = Pick<ProfileRow, 'pages' | 'answers' | 'documents' | 'assessment'>;

/**
 * Whether a change of answers or documents asks for another look at a customer who was approved: something that counts says another
 * thing (`lib/kyc/materiality`), or the risk that comes of it is another one.
 */
export function isMaterial(
  before: Before,
  { saved = [], removed = [], documents: after }: Changed,
  assessment: { score: number; riskLevelId: string } | undefined,
): boolean {
  const documents = changedTypes(
    before,
    after?.map(({ documentTypeId }) => documentTypeId),
  );
  const fields = changedFields(before, saved, removed);
  if (documents.length === 0 && fields.length === 0) return false;
  const named = new Map(placedFields(before.pages).map(({ field }) => [field.id, field]));
  return (
    fields.some((id) => subjectOfField(named.get(id) ?? {}) !== null) ||
    documents.some((type) => subjectOfDocument(type) !== null) ||
    isAnotherRisk(before, assessment)
  );
}

/** The fields whose answers say another thing than before. */
function changedFields(
  { answers }: Before,
  saved: NonNullable<Changed['saved']>,
  removed: readonly string[],
): string[] {
  const values = new Map(answers.map(({ fieldId, value }) => [fieldId, value]));
  const changed = saved.filter(({ fieldId, value }) => !sameAnswer(values.get(fieldId) ?? null, value));
  return [...changed.map(({ fieldId }) => fieldId), ...removed];
}

/** The types of which there are more or fewer documents than before: the same type again is a new version. */
function changedTypes({ documents }: Before, after: readonly DocumentType[] | undefined): DocumentType[] {
  if (after === undefined) return [];
  const count = (types: readonly DocumentType[], type: DocumentType) =>
    types.filter((one) => one === type).length;
  const types = documents.map(({ documentTypeId }) => documentTypeId);
  return [...new Set([...types, ...after])].filter((type) => count(types, type) !== count(after, type));
}

function isAnotherRisk(
  { assessment: current }: Before,
  assessment: { score: number; riskLevelId: string } | undefined,
): boolean {
  return (
    assessment !== undefined &&
    (assessment.score !== current?.score || assessment.riskLevelId !== current.riskLevelId)
  );
}
