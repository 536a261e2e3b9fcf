import * as z from 'zod';
import { DOCUMENT_TYPES } from './lists';
import { openList } from './text';

/** A document as the list names it. Contract section 7; `shA256Hash` is lower-case hexadecimal, sizes are bytes. */
export const documentItem = z.looseObject({
  id: z.string(),
  fileName: z.string(),
  originalFileName: z.string(),
  description: z.string().nullable(),
  documentTypeId: openList(DOCUMENT_TYPES),
  fileSizeInBytes: z.number(),
  contentType: z.string(),
  shA256Hash: z.string(),
});

/** A document inside a profile. Contract section 4. */
export const profileDocument = documentItem.extend({
  expiryDate: z.string().nullish(),
  version: z.number().optional(),
  uploadedAt: z.string().optional(),
});
export type ProfileDocument = z.output<typeof profileDocument>;
