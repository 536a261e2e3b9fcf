import { canonicalJson } from '@/lib/canonical-json';
import { documentsNamed, documentTypeFor, expiryDateNeeded } from '@/lib/kyc/answer-documents';
import type { KycApi } from '@/lib/kyc/api';
import { placedFields } from '@/lib/kyc/conditions';
import type { AnswerValue, TypedAnswer } from '@/lib/kyc/contract/answers';
import { type FieldFault, fieldFaults, KycError } from '@/lib/kyc/contract/errors';
import type { FormField } from '@/lib/kyc/contract/forms';
import type { FieldType } from '@/lib/kyc/contract/lists';
import { parseParams } from '@/lib/kyc/contract/parse';
import type { AnswerToSave } from '@/lib/kyc/contract/submissions';
import { editable, mayAnswer } from '@/lib/kyc/editing';
import { answerSchema, checkAnswers } from '@/lib/kyc/form-schema';
import { inTransaction } from '../../db/transaction';
import { changeSubmission, givenBy, type HeldSubmission, holdSubmission, stateAfterAnswer } from './change';
import type { EngineParts } from './parts';

/**
 * `POST submissions`: saves all of the answers or none. What is refused names each answer by its place in the body: 400 for what is
 * no answer to its field, 409 for what may not be changed now, and for what somebody changed since `basedOn`. Contract section 6.
 *
 * An answer to a field that is hidden by its condition is kept and not counted: it is there again when the field is.
 */
export function saveAnswers(parts: EngineParts): KycApi['saveAnswers'] {
  return (call, { submissionId, answers }) =>
    inTransaction(parts.db, async (tx) => {
      const held = await holdSubmission(tx, call, submissionId);
      const at = parts.clock();
      const today = at.toISOString().slice(0, 10);
      const judged = judge(held, answers, today);
      const removed = judged.flatMap((one) =>
        one.value === null && answerTo(held, one.field) !== undefined ? [one.field.id] : [],
      );
      const saved = judged.flatMap(({ field, value }) =>
        value === null ? [] : [{ fieldId: field.id, ...value }],
      );
      const fieldIds = [...saved.map(({ fieldId }) => fieldId), ...removed];
      if (fieldIds.length === 0) return submissionId;
      const state = stateAfterAnswer(held.submission.kycState);
      await changeSubmission(tx, parts, { call, at }, held, {
        saved,
        removed,
        state,
        ...(state === 'OnboardingAfterRejection' ? { completed: null } : {}),
        events: [{ type: 'answers.saved', submissionId, data: { fieldIds } }],
        trigger: 'answers.saved',
      });
      return submissionId;
    });
}

/** What is saved of one answer: its field, and the value with its type; null takes the answer back. */
type Judged = { field: FormField; value: { fieldTypeId: FieldType; value: AnswerValue } | null };

/** Every answer with its field, or the refusal with a fault for each that is bad. */
function judge(held: HeldSubmission, answers: readonly AnswerToSave[], today: string): Judged[] {
  const { submission, openRequests, pages } = held;
  const owed = checkAnswers(pages, givenBy(held.answers), { today }).flatMap(({ fieldId, kind }) =>
    kind === 'missing' ? [fieldId] : [],
  );
  const open = editable(submission.kycState, openRequests, owed);
  if (open.kind === 'nothing') {
    throw new KycError(409, { message: `Answers cannot be changed in the state ${submission.kycState}` });
  }
  const fieldOf = finder(pages);
  const seen = new Map<string, number>();
  const faults: FieldFault[] = [];
  const inTheWay: FieldFault[] = [];
  const judged = answers.flatMap((one, index): Judged[] => {
    const path = `answers[${index}]`;
    const [key, field] = fieldOf(one);
    if (field === undefined) {
      faults.push({ path: `${path}.${key}`, message: 'must name a field of the form' });
      return [];
    }
    const before = seen.get(field.id);
    seen.set(field.id, index);
    const { value, wrong } = readAnswer(held, field, one.answer, today);
    if (before !== undefined) wrong.unshift({ path: key, message: `names the field of answers[${before}]` });
    if (field.isLocked) wrong.unshift({ path: key, message: 'is locked' });
    faults.push(...wrong.map((fault) => ({ ...fault, path: `${path}.${fault.path}` })));
    if (!mayAnswer(open, field.id)) inTheWay.push({ path, message: 'is not asked for again' });
    else if (isOvertaken(held, field, one)) inTheWay.push({ path, message: 'was changed since' });
    return [{ field, value }];
  });
  if (faults.length > 0) throw new KycError(400, { fields: faults });
  if (inTheWay.length > 0) throw new KycError(409, { fields: inTheWay });
  return judged;
}

type Named = readonly [key: 'fqName' | 'fieldId', field: FormField | undefined];

/** Finds the field that an answer names, in the form as it was when the submission began. */
function finder(pages: HeldSubmission['pages']): (one: AnswerToSave) => Named {
  const fields = placedFields(pages).map(({ field }) => field);
  const byId = new Map(fields.map((field) => [field.id, field]));
  const byName = new Map(fields.map((field) => [field.fqName, field]));
  return ({ fieldId, fqName = '' }) =>
    fieldId === undefined ? ['fqName', byName.get(fqName)] : ['fieldId', byId.get(fieldId)];
}

/** The value as it is stored, and what is wrong with it; paths begin in the answer's place of the body. */
function readAnswer(
  held: HeldSubmission,
  field: FormField,
  answer: TypedAnswer | null,
  today: string,
): Pick<Judged, 'value'> & { wrong: FieldFault[] } {
  if (answer === null) return { value: null, wrong: [] };
  const parsed = answerSchema(field, { today }).safeParse(answer, parseParams);
  if (!parsed.success) {
    const wrong = fieldFaults(parsed.error).map((fault) => ({ ...fault, path: `answer.${fault.path}` }));
    return { value: null, wrong };
  }
  const { fieldTypeId, ...value } = parsed.data;
  return { value: { fieldTypeId, value }, wrong: documentFaults(held, field, value) };
}

/** A document that is named must be there, of this submission, and of the type that the field asks for. */
function documentFaults({ documents }: HeldSubmission, field: FormField, value: AnswerValue): FieldFault[] {
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

function answerTo({ answers }: HeldSubmission, { id }: FormField) {
  return answers.find(({ fieldId }) => fieldId === id);
}

/**
 * Whether somebody changed the answer since the version that a save is based on. What stands there already is no change of
 * somebody else's: a save whose answer got lost may be sent again.
 */
function isOvertaken(held: HeldSubmission, field: FormField, { basedOn, answer }: AnswerToSave): boolean {
  const current = answerTo(held, field);
  if (basedOn === undefined || basedOn === (current?.version ?? 0)) return false;
  const stands = current === undefined ? null : { ...current.value, fieldTypeId: current.fieldTypeId };
  return canonicalJson(stands) !== canonicalJson(answer);
}
