'use client';

import { cx } from 'class-variance-authority';
import type { ReactNode } from 'react';
import { FieldMark, FieldNotes } from '@/components/form/field-frame';
import type { ControlAria } from './types';

interface FrameProps {
  id: string;
  label: ReactNode;
  required: boolean;
  help?: ReactNode;
  problem?: string | undefined;
  note?: ReactNode;
  /** A count or a state at the end of the label's line. */
  aside?: ReactNode;
  children: ReactNode;
}

const ids = (id: string) => ({ helpId: `${id}-help`, errorId: `${id}-error`, noteId: `${id}-note` });

/** The marks of a control inside a frame with the same id, help, problem and note. */
export function ariaOf(
  props: Pick<FrameProps, 'id' | 'required' | 'help' | 'problem' | 'note'>,
): ControlAria {
  const { helpId, errorId, noteId } = ids(props.id);
  const described = cx(
    props.problem !== undefined && errorId,
    Boolean(props.help) && helpId,
    Boolean(props.note) && noteId,
  );
  return {
    'aria-invalid': props.problem === undefined ? undefined : true,
    'aria-required': props.required || undefined,
    'aria-describedby': described || undefined,
  };
}

/** A field of one box: label above, then the box, what is wrong, the help, and the note. */
export function BoxFrame(props: FrameProps) {
  return (
    <div className="space-y-1.5">
      <div className="flex items-baseline justify-between gap-4">
        <label htmlFor={props.id} className="inline-flex items-baseline gap-x-0.5 font-medium">
          <span id={`${props.id}-label`}>{props.label}</span>
          <FieldMark required={props.required} />
        </label>
        {props.aside}
      </div>
      {props.children}
      <Notes {...props} />
    </div>
  );
}

interface GroupFrameProps extends FrameProps {
  aria: ControlAria;
  role?: 'group' | 'radiogroup';
  /** Whether the help stands above the controls: where they are many, what is asked for comes first. */
  helpFirst?: boolean | undefined;
  /** Says "optional" where it is not required: not where nothing can be entered. */
  optional?: boolean;
}

/** A field of several controls under one question. */
export function GroupFrame({ role = 'group', aria, helpFirst, optional = true, ...props }: GroupFrameProps) {
  // `aria-required` and `aria-invalid` are radio groups' only; elsewhere the parts carry their own.
  const marks = role === 'radiogroup' ? aria : { 'aria-describedby': aria['aria-describedby'] };
  return (
    <fieldset
      id={props.id}
      tabIndex={-1}
      role={role}
      {...marks}
      aria-labelledby={`${props.id}-label`}
      className="min-w-0 space-y-1.5"
    >
      <legend className="mb-1.5 font-medium">
        <span className="inline-flex items-baseline gap-x-0.5">
          <span id={`${props.id}-label`}>{props.label}</span>
          {(props.required || optional) && <FieldMark required={props.required} />}
        </span>
      </legend>
      {helpFirst && props.help && (
        <p id={ids(props.id).helpId} className="-mt-1 mb-2.5 max-w-prose text-sm text-ink-soft">
          {props.help}
        </p>
      )}
      {props.children}
      <Notes {...props} help={helpFirst ? undefined : props.help} />
    </fieldset>
  );
}

function Notes({ id, help, problem, note }: FrameProps) {
  const { helpId, errorId, noteId } = ids(id);
  return (
    <>
      <FieldNotes parts={{ error: problem, errorId, helpId }} help={help} />
      {note && <div id={noteId}>{note}</div>}
    </>
  );
}
