import * as z from 'zod';
import { RISK_LEVELS } from '../kyc/contract/lists';
import { NOTE_LIMIT } from '../kyc/decisions';
import { FILE_TOO_LARGE, MODEL_FILE_LIMIT } from './model-file';

/** A number that a column of the database holds. */
const counted = z.int32().min(1);
const seen = { version: counted, revision: counted };
const note = z
  .string()
  .trim()
  .min(1, { error: 'must say what changed and why' })
  .max(NOTE_LIMIT, { error: `must have at most ${NOTE_LIMIT} characters` });

/** What the actions of the risk model take. */
export const startDraftInput = z.object({ version: counted });
export const seenVersionInput = z.object(seen);
export const changeDraftInput = z.object({ ...seen, definition: z.unknown() });
export const modelFileInput = z.object({
  ...seen,
  file: z.string().max(MODEL_FILE_LIMIT, { error: FILE_TOO_LARGE }),
});
export const modelNoteInput = z.object({ ...seen, note });

/** What the list of who would move is asked by. */
export const trialMovesInput = z.object({
  from: z.enum(RISK_LEVELS).optional(),
  to: z.enum(RISK_LEVELS).optional(),
  cursor: z.string().max(200).optional(),
});
