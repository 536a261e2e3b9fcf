import { z } from 'zod';
import type { SortKey } from '@/lib/kyc/customer-list';
import type { Keyset } from '../db/queries/directory';

const date = z
  .string()
  .max(40)
  .refine((text) => !Number.isNaN(Date.parse(text)));
/** What the place of a sort column may hold, so that a forged one starts the list anew instead of failing in SQL. */
const VALUES: Record<SortKey, z.ZodType<string>> = {
  created: date,
  updated: date,
  name: z
    .string()
    .max(2_000)
    .regex(/^[^\0]*$/),
  risk: z.string().regex(/^-?\d{1,3}(\.\d{1,10})?$/),
};

/** A place in a sorted list as one URL-safe word. It holds what the reader saw anyway, so it is not secret. */
export function sealPlace({ value, id }: Keyset): string {
  return Buffer.from(JSON.stringify([value, id])).toString('base64url');
}

/** The place that a word stands for in the order of `by`; whatever is no such word starts the list anew. */
export function openPlace(word: string | undefined, by: SortKey): Keyset | undefined {
  if (word === undefined) return undefined;
  try {
    const place = z.tuple([
      VALUES[by],
      z
        .string()
        .max(64)
        .regex(/^[^\0]*$/),
    ]);
    const parsed = place.safeParse(JSON.parse(Buffer.from(word, 'base64url').toString('utf8')));
    return parsed.success ? { value: parsed.data[0], id: parsed.data[1] } : undefined;
  } catch {
    return undefined;
  }
}
