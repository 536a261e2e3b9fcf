'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useMemo, useState } from 'react';
import { type DefaultValues, type UseFormReturn, useForm } from 'react-hook-form';
import type { z } from 'zod';
import { type Draft, usePersistedDraft } from './persisted-draft';
import type { Problem } from './problems';
import { type FieldWords, type FormSchema, schemaResolver } from './resolver';
import { newStrictness, type Strictness } from './strictness';

export interface SchemaFormOptions<S extends FormSchema> {
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
  strictness: Strictness;
}

const noWords: FieldWords = {};

/** A form whose limits, required marks and messages come from its schema; a field is checked once it was left. */
export function useSchemaForm<S extends FormSchema>(options: SchemaFormOptions<S>): SchemaForm<S> {
  const { schema, defaultValues, words = noWords, draftKey, omitFromDraft } = options;
  const t = useTranslations('form.problems');
  const say = useCallback(({ kind, count = 0 }: Problem) => t(kind, { count }), [t]);
  const [strictness] = useState(newStrictness);
  const resolver = useMemo(
    () => schemaResolver(schema, say, words, strictness),
    [schema, say, words, strictness],
  );
  const methods = useForm<z.input<S>, unknown, z.output<S>>({
    resolver,
    defaultValues,
    mode: 'onTouched',
    shouldFocusError: false,
  });
  const draft = usePersistedDraft(methods, draftKey, omitFromDraft);
  return { schema, methods, draft, strictness };
}
