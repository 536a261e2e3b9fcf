import { dayOf } from '@/lib/days';
import { canonicalJson } from '@/lib/canonical-json';
import type { KycApi } from '@/lib/kyc/api';
import { type FieldFault, KycError } from '@/lib/kyc/contract/errors';
import type { FormField } from '@/lib/kyc/contract/forms';
import type { AnswerToSave } from '@/lib/kyc/contract/submissions';
import { editable, mayAnswer } from '@/lib/kyc/editing';
import { checkAnswers } from '@/lib/kyc/form-schema';
import { inTransaction } from '../../db/transaction';
import { changeSubmission, givenBy, type HeldSubmission, holdSubmission, stateAfterAnswer } from './change';
import { type JudgedAnswer, judgeAnswers } from './judge-answers';
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
      const today = dayOf(at);
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

/** Every answer with its field, or the refusal with a fault for each that is bad. */
function judge(held: HeldSubmission, answers: readonly AnswerToSave[], today: string): JudgedAnswer[] {
  const { submission, openRequests, pages } = held;
  const owed = checkAnswers(pages, givenBy(held.answers), { today }).flatMap(({ fieldId, kind }) =>
    kind === 'missing' ? [fieldId] : [],
  );
  const open = editable(submission.kycState, openRequests, owed);
  if (open.kind === 'nothing') {
    throw new KycError(409, { message: `Answers cannot be changed in the state ${submission.kycState}` });
  }
  const { judged, faults } = judgeAnswers(held, answers, { today, list: 'answers', keepsLocks: true });
  if (faults.length > 0) throw new KycError(400, { fields: faults });
  const inTheWay = judged.flatMap(({ field, index }): FieldFault[] => {
    const path = `answers[${index}]`;
    if (!mayAnswer(open, field.id)) return [{ path, message: 'is not asked for again' }];
    const one = answers[index];
    return one && isOvertaken(held, field, one) ? [{ path, message: 'was changed since' }] : [];
  });
  if (inTheWay.length > 0) throw new KycError(409, { fields: inTheWay });
  return judged;
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
