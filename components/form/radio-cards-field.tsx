'use client';

import type { ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { type RadioCard, RadioCards } from '@/components/ui/radio-cards';
import { FieldMark, FieldNotes } from './field-frame';
import { useField } from './use-field';

interface RadioCardsFieldProps {
  name: string;
  /** The question. */
  label: ReactNode;
  cards: readonly RadioCard[];
  help?: ReactNode;
}

/** A choice among few, as cards under a question. */
export function RadioCardsField({ name, label, cards, help }: RadioCardsFieldProps) {
  const parts = useField(name, Boolean(help));
  const { register } = useFormContext();
  const { id, ...described } = parts.control;
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      role="radiogroup"
      className="min-w-0 space-y-1.5"
      {...described}
      aria-labelledby={`${id}-label`}
    >
      <legend className="mb-1.5 inline-flex items-baseline gap-x-0.5 font-medium">
        <span id={`${id}-label`}>{label}</span>
        <FieldMark required={parts.limits.required} />
      </legend>
      <RadioCards {...register(name)} cards={cards} />
      <FieldNotes parts={parts} help={help} />
    </fieldset>
  );
}
