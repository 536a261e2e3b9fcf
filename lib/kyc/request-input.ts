import * as z from 'zod';
import { opaqueId } from './contract/text';
import { REQUEST_REASONS, REQUEST_WORDS_LIMIT } from './requests';

/** The words to the customer: they may run over several lines. */
const words = z
  .string()
  .transform((text) => text.replace(/\r\n?/g, '\n'))
  .pipe(z.string().regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\t])*$/u, { error: 'must not contain control characters' }))
  .transform((text) => text.normalize('NFC').trim())
  .pipe(z.string().min(1, { error: 'must not be empty' }).max(REQUEST_WORDS_LIMIT))
  .meta({ maxLength: REQUEST_WORDS_LIMIT });

/** What compliance asks for again: the document that was not accepted, or the question whose answer was not. */
export const askAgainInput = z.object({
  submissionId: opaqueId,
  subject: z.union([z.object({ documentId: opaqueId }), z.object({ fieldId: opaqueId })]),
  reason: z.enum(REQUEST_REASONS),
  words,
});
export type AskAgainInput = z.input<typeof askAgainInput>;
export type AskAgain = z.output<typeof askAgainInput>;

/** One document of one customer. */
export const documentInput = z.object({ submissionId: opaqueId, documentId: opaqueId });
export type DocumentInput = z.input<typeof documentInput>;

/** One open request of one customer. */
export const requestInput = z.object({ submissionId: opaqueId, requestId: opaqueId });
export type RequestInput = z.input<typeof requestInput>;
