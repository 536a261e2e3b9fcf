import { documentsNamed, documentTypeFor, expiryDateNeeded } from '@/lib/kyc/answer-documents';
import { placedFields } from '@/lib/kyc/conditions';
import type { AnswerValue, TypedAnswer } from '@/lib/kyc/contract/answers';
import { type FieldFault, fieldFaults } from '@/lib/kyc/contract/errors';
import type { FormField } from '@/lib/kyc/contract/forms';
import type { FieldType } from '@/lib/kyc/contract/lists';
import { parseParams } from '@/lib/kyc/contract/parse';
import type { AnswerToSave } from '@/lib/kyc/contract/submissions';
import { answerSchema } from '@/lib/kyc/form-schema';
import type { HeldSubmission } from './change';

/** What an answer is judged by: the form, and the documents that are there. */
type Ground = Pick<HeldSubmission, 'pages' | 'documents'>;

/** One answer: its field, its place in the list, and the value with its type; null takes the answer back. */
export type JudgedAnswer = {
  field: FormField;
  index: number;
  value: { fieldTypeId: FieldType; value: AnswerValue } | null;
};

type Terms = {
  today: string;
  /** What the body calls the list, for the paths of faults. */
  list: 'answers' | 'changes';
  /** Whether a locked field refuses an answer. */
  keepsLocks: boolean;
};

/** Every answer with its field, and a fault for each that is bad, named by its place in the body. A save and a what-if judge alike. */
export function judgeAnswers(
  ground: Ground,
  answers: readonly AnswerToSave[],
  { today, list, keepsLocks }: Terms,
): { judged: JudgedAnswer[]; faults: FieldFault[] } {
  const fieldOf = finder(ground.pages);
  const seen = new Map<string, number>();
  const faults: FieldFault[] = [];
  const judged = answers.flatMap((one, index): JudgedAnswer[] => {
    const path = `${list}[${index}]`;
    const [key, field] = fieldOf(one);
    if (field === undefined) {
      faults.push({ path: `${path}.${key}`, message: 'must name a field of the form' });
      return [];
    }
    const before = seen.get(field.id);
    seen.set(field.id, index);
    const { value, wrong } = readAnswer(ground, field, one.answer, today);
    if (before !== undefined) wrong.unshift({ path: key, message: `names the field of ${list}[${before}]` });
    if (keepsLocks && field.isLocked) wrong.unshift({ path: key, message: 'is locked' });
    faults.push(...wrong.map((fault) => ({ ...fault, path: `${path}.${fault.path}` })));
    return [{ field, index, value }];
  });
  return { judged, faults };
}

type Named = readonly [key: 'fqName' | 'fieldId', field: FormField | undefined];

/** Finds the field that an answer names, in the form as it was when the submission began. */
function finder(pages: Ground['pages']): (one: AnswerToSave) => Named {
  const fields = placedFields(pages).map(({ field }) => field);
  const byId = new Map(fields.map((field) => [field.id, field]));
  const byName = new Map(fields.map((field) => [field.fqName, field]));
  return ({ fieldId, fqName = '' }) =>
    fieldId === undefined ? ['fqName', byName.get(fqName)] : ['fieldId', byId.get(fieldId)];
}

/** The value as it is stored, and what is wrong with it; paths begin in the answer's place of the body. */
function readAnswer(
  ground: Ground,
  field: FormField,
  answer: TypedAnswer | null,
  today: string,
): Pick<JudgedAnswer, 'value'> & { wrong: FieldFault[] } {
  if (answer === null) return { value: null, wrong: [] };
  const parsed = answerSchema(field, { today }).safeParse(answer, parseParams);
  if (!parsed.success) {
    const wrong = fieldFaults(parsed.error).map((fault) => ({ ...fault, path: `answer.${fault.path}` }));
    return { value: null, wrong };
  }
  const { fieldTypeId, ...value } = parsed.data;
  return { value: { fieldTypeId, value }, wrong: documentFaults(ground, field, value) };
}

/** A document that is named must be there, of this submission, and of the type that the field asks for. */
function documentFaults({ documents }: Ground, field: FormField, value: AnswerValue): FieldFault[] {
  return documentsNamed(value).flatMap(({ slot, documentId }) => {
    const document = documents.find(({ id }) => id === documentId);
    const wanted = documentTypeFor(field, slot);
    const message =
      document === undefined
        ? 'must be a document of this submission'
        : wanted !== undefined && document.documentTypeId !== wanted
          ? `must be a document of the type ${wanted}`
          : expiryDateNeeded(field, slot) && document.expiryDate === null
            ? 'must be a document with an expiry date'
            : undefined;
    return message === undefined ? [] : [{ path: `answer.${slot}`, message }];
  });
}
