import type { z } from 'zod';
import { parseParams } from '@/lib/kyc/contract/parse';
import { partWords } from '@/lib/risk/part-words';
import type { ModelFaults } from './model-actions';

/** The first thing that is wrong with what is typed, with the part that it is in: "Source: must not be empty.". */
export function firstFault(schema: z.ZodType, given: unknown): string | undefined {
  const [issue] = schema.safeParse(given, parseParams).error?.issues ?? [];
  if (!issue) return undefined;
  const part = partWords(issue.path, given);
  return `${part.charAt(0).toUpperCase()}${part.slice(1)}: ${issue.message}.`;
}

/** What is wrong with a place or anything below it. */
export function faultBelow(faults: ModelFaults, path: string): string | undefined {
  for (const [at, text] of faults) {
    if (at === path || at.startsWith(`${path}.`) || at.startsWith(`${path}[`)) return text;
  }
  return undefined;
}
