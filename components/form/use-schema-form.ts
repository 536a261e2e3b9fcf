'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useMemo, useRef } from 'react';
import { type DefaultValues, type UseFormReturn, useForm } from 'react-hook-form';
import type { z } from 'zod';
import { type Draft, usePersistedDraft } from './persisted-draft';
import type { Problem } from './problems';
import { type FieldWords, type FormSchema, schemaResolver } from './resolver';

interface SchemaFormOptions<S extends FormSchema> {
  schema: S;
  defaultValues: DefaultValues<z.input<S>>;
  /** Words for particular faults of particular fields: `{ mobile: { format: '…' } }`. Keep the object stable. */
  words?: FieldWords;
  /** Where what is typed is kept; put the person's id into it. Without it nothing is kept. */
  draftKey?: string;
  /** Fields that are never kept. */
  omitFromDraft?: readonly string[];
}

/** A form, the schema it is checked by, and its draft; goes to `Form` whole. */
export interface SchemaForm<S extends FormSchema> {
  schema: S;
  methods: UseFormReturn<z.input<S>, unknown, z.output<S>>;
  draft: Draft;
  /** Whether empty fields are faults, which they are from the first submit on. */
  strict: { current: boolean };
}

const noWords: FieldWords = {};

/** A form whose limits, required marks and messages come from its schema; a field is checked once it was left. */
export function useSchemaForm<S extends FormSchema>(options: SchemaFormOptions<S>): SchemaForm<S> {
  const { schema, defaultValues, words = noWords, draftKey, omitFromDraft } = options;
  const t = useTranslations('form.problems');
  const say = useCallback(({ kind, count = 0 }: Problem) => t(kind, { count }), [t]);
  const strict = useRef(false);
  const resolver = useMemo(() => schemaResolver(schema, say, words, strict), [schema, say, words]);
  const methods = useForm<z.input<S>, unknown, z.output<S>>({
    resolver,
    defaultValues,
    mode: 'onTouched',
    shouldFocusError: false,
  });
  const draft = usePersistedDraft(methods, draftKey, omitFromDraft);
  return { schema, methods, draft, strict };
}
