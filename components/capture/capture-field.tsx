'use client';

import { useTranslations } from 'next-intl';
import { lazy, memo, Suspense, useCallback } from 'react';
import type { Draft, Problems } from '@/lib/kyc/capture-draft';
import { sameAnswer } from '@/lib/kyc/capture-draft';
import { requestFor, stillAsked } from '@/lib/kyc/capture-pages';
import { isFilled } from '@/lib/kyc/conditions';
import type { FormField } from '@/lib/kyc/contract/forms';
import type { FieldType } from '@/lib/kyc/contract/lists';
import { mayAnswer } from '@/lib/kyc/editing';
import { fieldDomId, useCapture, useCaptureContext } from './capture-context';
import type { CaptureState } from './capture-state';
import { FieldControl } from './fields/field-control';
import { RequestNote } from './request-note';
import { isForeign, MarkLine, SourceLine } from './source-line';

/** For the rare moment in which two people change one answer. */
const MergeChoice = lazy(async () => ({ default: (await import('./merge-choice')).MergeChoice }));

/** Types whose answer is whole with one act: it is saved at once, not after a pause in typing. */
const AT_ONCE: readonly (FieldType | (string & {}))[] = ['Passport', 'IdCard', 'Document', 'Signature'];

interface CaptureFieldProps {
  field: FormField;
  /** Whether the section says already who answered. */
  sourced: boolean;
}

/** One question of the form, with what compliance asks of it, what is wrong with it, and who else had a hand in it. */
export const CaptureField = memo(function CaptureField({ field, sourced }: CaptureFieldProps) {
  const t = useTranslations('capture');
  const { store, fields } = useCaptureContext();
  const { id } = field;
  const value = useCapture((state) => shownValue(state, id));
  const fault = useCapture((state) => shownFault(state, id));
  const missing = useCapture((state) => state.strict && field.isRequired && !isFilled(state.given.get(id)));
  const editable = useCapture((state) => !field.isLocked && mayAnswer(state.view.editable, id));
  const request = useCapture((state) => requestFor(state.view, id));
  const asked = useCapture((state) => request !== undefined && stillAsked(state.view, id));
  const change = useCallback(
    (next: Draft | undefined) => {
      store.type(id, next);
      if (AT_ONCE.includes(field.fieldTypeId)) store.hurry();
    },
    [store, id, field.fieldTypeId],
  );
  const leave = useCallback(() => store.leave(id), [store, id]);
  return (
    <div data-field className="scroll-mt-24">
      {request && <RequestNote request={request} answered={!asked} />}
      <FieldControl
        field={field}
        id={fieldDomId(id)}
        value={value}
        onChange={change}
        onBlur={leave}
        problem={fault?.whole ?? (missing && editable ? t('missing') : undefined)}
        partProblems={fault?.parts}
        readOnly={!editable}
        note={useNote(field, sourced)}
        context={fields}
      />
    </div>
  );
});

/** What stands under the field: a choice to make, else somebody else's change, else who answered. */
function useNote(field: FormField, sourced: boolean) {
  const { audience, readerName } = useCaptureContext();
  const unsaved = useCapture((state) => state.queue.unsaved[field.id]);
  const mark = useCapture((state) => state.marks[field.id]);
  const answer = useCapture((state) => state.view.answers[field.id]);
  if (unsaved?.theirs !== undefined) {
    return (
      <Suspense>
        <MergeChoice field={field} mine={unsaved.draft} theirs={unsaved.theirs} />
      </Suspense>
    );
  }
  if (unsaved) return undefined;
  if (mark) return <MarkLine mark={mark} />;
  if (!answer || sourced || !isForeign(answer, { audience, readerName })) return undefined;
  return <SourceLine answer={answer} />;
}

/** What the control holds: what is typed, else what was typed and means what the server has, else what the server has. */
function shownValue({ queue, settled, view }: CaptureState, fieldId: string): Draft | undefined {
  const unsaved = queue.unsaved[fieldId];
  if (unsaved) return unsaved.draft;
  const there = view.answers[fieldId]?.answer;
  const own = settled[fieldId];
  return own && sameAnswer(own.answer ?? undefined, there) ? own.draft : there;
}

/** What is wrong is said once the reader has left the field, or wants to send the form; what the server said, at once. */
function shownFault({ faults, left, strict, queue }: CaptureState, fieldId: string): Problems | undefined {
  const said = strict || left.has(fieldId) || queue.unsaved[fieldId]?.refused !== undefined;
  return said ? faults[fieldId] : undefined;
}
