import * as z from 'zod';
import { typedAnswer } from './contract/answers';
import { opaqueId } from './contract/text';

/** The most answers that are changed on paper at once. */
const MOST_CHANGES = 50;

/** Answers changed on paper; null = as if it were not answered. */
export const whatIfInput = z.object({
  changes: z.array(z.object({ fieldId: opaqueId, answer: typedAnswer.nullable() })).max(MOST_CHANGES),
});
export type WhatIfInput = z.output<typeof whatIfInput>;
export type PaperAnswer = WhatIfInput['changes'][number];
