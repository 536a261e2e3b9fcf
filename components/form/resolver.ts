import { toNestErrors } from '@hookform/resolvers';
import type { FieldErrors, FieldValues, Resolver } from 'react-hook-form';
import type { z } from 'zod';
import { limitsAt } from './limits';
import { type Problem, type ProblemKind, problemOf, UNSAID } from './problems';
import type { Strictness } from './strictness';

/** A form's schema: an object of fields in, the checked object out. */
export type FormSchema = z.ZodType<FieldValues, FieldValues>;

/** Words for particular faults of particular fields, by dotted path; they come before the general ones. */
export type FieldWords = Partial<Record<string, Partial<Record<ProblemKind, string>>>>;

/** Turns a problem into words. */
export type Say = (problem: Problem) => string;

/**
 * Checks a form by its schema, with one sentence for each field at fault. Until the first submit an
 * empty field is no fault yet: nobody is told to fill in what they have only passed by.
 */
export function schemaResolver<S extends FormSchema>(
  schema: S,
  say: Say,
  words: FieldWords,
  strictness: Strictness,
): Resolver<z.input<S>, unknown, z.output<S>> {
  return async (values, _context, options) => {
    const parsed = await schema.safeParseAsync(values, { error: () => UNSAID, reportInput: true });
    if (parsed.success) return { values: parsed.data, errors: {} };
    const faults: Record<string, { type: string; message: string }> = {};
    for (const issue of parsed.error.issues) {
      const path = issue.path.map(String).join('.') || 'root';
      const problem = problemOf(issue, limitsAt(schema, path).maxLength);
      if (faults[path] || (problem.kind === 'missing' && !strictness.on())) continue;
      faults[path] = {
        type: problem.kind,
        message: words[path]?.[problem.kind] ?? problem.said ?? say(problem),
      };
    }
    return { values: {}, errors: toNestErrors<z.input<S>>(faults as FieldErrors, options) };
  };
}
