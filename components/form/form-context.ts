'use client';

import { createContext, useContext } from 'react';
import type { FormSchema } from './resolver';

interface FormContextValue {
  /** Prefixes the ids of this form's fields. */
  formId: string;
  schema: FormSchema;
  /** Whether the last submit is being answered. */
  busy: boolean;
}

export const FormContext = createContext<FormContextValue | null>(null);

/** The form around a field. */
export function useFormAround(): FormContextValue {
  const context = useContext(FormContext);
  if (!context) throw new Error('A field stands outside a Form');
  return context;
}

/** The id of a field's control, which the error summary links to. */
export const fieldId = (formId: string, path: string) => `${formId}-${path.replaceAll('.', '-')}`;
