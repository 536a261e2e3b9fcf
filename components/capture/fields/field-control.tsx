'use client';

import { type FocusEvent, lazy, memo, type ReactNode, Suspense, useRef } from 'react';
import { CharactersLeft } from '@/components/form/characters-left';
import { Skeleton } from '@/components/ui/skeleton';
import type { Draft } from '@/lib/kyc/capture-draft';
import type { FormField } from '@/lib/kyc/contract/forms';
import { TEXT_AREA_LIMIT, TEXT_LIMIT } from '@/lib/kyc/contract/limits';
import type { FieldType } from '@/lib/kyc/contract/lists';
import { controlOf, typeOf } from './controls';
import { EarlyTyping } from './early-typing';
import { ariaOf, BoxFrame, GroupFrame } from './field-frame';
import type { FieldContext } from './types';

export interface FieldControlProps {
  field: FormField;
  /** The id in the document of what takes the focus: the box, or the group (an error summary links to it). */
  id: string;
  value: Draft | undefined;
  onChange: (next: Draft | undefined) => void;
  /** The focus left the field as a whole. */
  onBlur?: (() => void) | undefined;
  /** What is wrong with the answer as a whole. */
  problem?: string | undefined;
  /** What is wrong with its parts, by path: `city`, `people[0].fullName`. */
  partProblems?: Readonly<Record<string, string>> | undefined;
  /** Shows the answer to be read, without boxes. */
  readOnly?: boolean | undefined;
  /** Stands under the field: when it was saved, who changed it meanwhile. */
  note?: ReactNode;
  context: FieldContext;
}

/** For what may not be changed: on most pages that is nothing. */
const FieldValue = lazy(async () => ({ default: (await import('./field-value')).FieldValue }));

const NO_PROBLEMS = {};

/** One field of a form, of whichever type: label, control, help, what is wrong, and a note. */
export const FieldControl = memo(function FieldControl(props: FieldControlProps) {
  const { field, id, value, context, problem, note } = props;
  const type = typeOf(field);
  if (type && !props.readOnly && !field.isLocked) return <Editable {...props} type={type} />;
  const frame = { id, label: <bdi>{field.label}</bdi>, required: false, problem, note };
  return (
    <GroupFrame {...frame} optional={false} aria={ariaOf(frame)}>
      <Suspense fallback={<Skeleton className="h-5 w-40" />}>
        <FieldValue field={field} value={value} context={context} />
      </Suspense>
    </GroupFrame>
  );
});

function Editable<K extends FieldType>({ type, ...props }: FieldControlProps & { type: K }) {
  const { field, id, value, problem, note } = props;
  const { Control, frame, helpFirst } = controlOf(type, field);
  const place = useRef<HTMLDivElement>(null);
  const around = {
    id,
    label: <bdi>{field.label}</bdi>,
    required: field.isRequired,
    help: field.help,
    problem,
    note,
  };
  const aria = ariaOf(around);
  const control = (
    <Suspense fallback={<Skeleton className={frame === 'box' ? 'h-9 w-full' : 'h-24 w-full'} />}>
      <Control
        field={field}
        id={id}
        value={isOf(type, value) ? value : undefined}
        onChange={props.onChange}
        aria={aria}
        partProblems={props.partProblems ?? NO_PROBLEMS}
        context={props.context}
      />
      <EarlyTyping of={place} />
    </Suspense>
  );
  return (
    <div ref={place} onBlur={(event) => leaves(event) && props.onBlur?.()}>
      {frame === 'box' ? (
        <BoxFrame {...around} aside={<TextLeft field={field} value={value} />}>
          {control}
        </BoxFrame>
      ) : (
        <GroupFrame {...around} aria={aria} role={frame} helpFirst={helpFirst}>
          {control}
        </GroupFrame>
      )}
    </div>
  );
}

function isOf<K extends FieldType>(type: K, draft: Draft | undefined): draft is Draft<K> {
  return draft?.fieldTypeId === type;
}

const leaves = ({ currentTarget, relatedTarget }: FocusEvent) => !currentTarget.contains(relatedTarget);

function TextLeft({ field, value }: Pick<FieldControlProps, 'field' | 'value'>) {
  if (field.fieldTypeId !== 'Text' && field.fieldTypeId !== 'TextArea') return null;
  const limit = field.limits?.maxLength ?? (field.fieldTypeId === 'Text' ? TEXT_LIMIT : TEXT_AREA_LIMIT);
  const text = value && 'textValue' in value ? (value.textValue ?? '') : '';
  return <CharactersLeft text={text} limit={limit} />;
}
