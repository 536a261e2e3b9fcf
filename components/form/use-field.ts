'use client';

import { useMemo } from 'react';
import { get, useFormContext } from 'react-hook-form';
import { fieldId, useFormAround } from './form-context';
import { type FieldLimits, limitsAt } from './limits';

/** What every kind of field needs to be labelled, described and marked. */
export interface FieldParts {
  id: string;
  limits: FieldLimits;
  error: string | undefined;
  helpId: string;
  errorId: string;
  /** Attributes of the control itself. */
  control: {
    id: string;
    'aria-invalid': true | undefined;
    'aria-required': true | undefined;
    'aria-describedby': string | undefined;
  };
}

/** The parts of the field at a dotted path of the form around. */
export function useField(name: string, hasHelp: boolean): FieldParts {
  const { formId, schema } = useFormAround();
  const { formState } = useFormContext();
  const limits = useMemo(() => limitsAt(schema, name), [schema, name]);
  const fault: { message?: unknown } | undefined = get(formState.errors, name);
  const error = typeof fault?.message === 'string' ? fault.message : undefined;
  const id = fieldId(formId, name);
  const helpId = `${id}-help`;
  const errorId = `${id}-error`;
  const described = [error !== undefined && errorId, hasHelp && helpId].filter(Boolean).join(' ');
  return {
    id,
    limits,
    error,
    helpId,
    errorId,
    control: {
      id,
      'aria-invalid': error === undefined ? undefined : true,
      'aria-required': limits.required || undefined,
      'aria-describedby': described || undefined,
    },
  };
}
