import * as z from 'zod';
import { bySubmission } from './customers';
import { DOCUMENT_TYPES } from './lists';
import { day, opaqueId, openList, plainText } from './text';

export { CONTENT_TYPES, type ContentType, FILE_LIMIT, FILES_LIMIT } from './limits';

/** What is told of a file beside its bytes: the parts of the form. Contract section 7. */
export const uploadDetails = z.object({
  /** The last part of a path, without what could mislead a reader, is kept as the name. */
  originalFileName: plainText({ least: 1, limit: 255 }),
  documentTypeId: z.enum(DOCUMENT_TYPES).default('Other'),
  description: plainText({ limit: 1_000 }).optional(),
  expiryDate: day.optional(),
});
export type UploadDetails = z.output<typeof uploadDetails>;

/** The parts of an upload's form, as they are sent. Contract section 7. */
export const UPLOAD_PARTS = {
  originalFileName: 'OriginalFileName',
  fileContent: 'FileContent',
  documentTypeId: 'DocumentTypeId',
  description: 'Description',
  expiryDate: 'ExpiryDate',
} as const satisfies Record<keyof UploadDetails | 'fileContent', string>;
export type UploadPartName = keyof typeof UPLOAD_PARTS;

/** A part's name in the form and in what is said of it: `FileContent`, or `documents[1].FileContent` where documents are numbered. */
export function uploadPartPath(file: number | null, name: UploadPartName): string {
  return file === null ? UPLOAD_PARTS[name] : `documents[${file}].${UPLOAD_PARTS[name]}`;
}

/**
 * A part of an upload as it arrives: the details of a file may come before or after its bytes. `file` is the number of the document
 * in the request, from 0, and null in a request for one document that does not number it. `content` is read once, to its end, before
 * the next part is asked for.
 */
export type UploadPart =
  | { kind: 'detail'; file: number | null; name: keyof UploadDetails; value: string }
  | { kind: 'content'; file: number | null; content: AsyncIterable<Uint8Array> };

/** The input of an upload: the submission, and the parts of the form in the order of their arrival. Contract section 7. */
export const uploadDocumentsInput = bySubmission.extend({
  parts: z.custom<AsyncIterable<UploadPart>>(
    (value) => typeof value === 'object' && value !== null && Symbol.asyncIterator in value,
  ),
});

export const byDocument = bySubmission.extend({ documentId: opaqueId });

/** `DELETE documents?ids=…&ids=…`. Contract section 7. */
export const deleteDocumentsInput = bySubmission.extend({
  ids: z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(opaqueId).min(1).max(100),
  ),
});

/** A stored file on its way out: its bytes as a stream that is read once, whole. `fileName` may be in any script. */
export const documentFile = z.object({
  content: z.custom<ReadableStream<Uint8Array>>((value) => value instanceof ReadableStream),
  contentType: z.string(),
  fileName: z.string(),
  /** Null where the other side does not say. */
  sizeInBytes: z.number().nullable(),
});
export type DocumentFile = z.output<typeof documentFile>;

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
  /** Additions of ours: `customer`, or the id of the employee or system that uploaded it, and what was read of the content. */
  uploadedBy: z.string().nullish(),
  pageCount: z.number().nullish(),
  width: z.number().nullish(),
  height: z.number().nullish(),
});
export type ProfileDocument = z.output<typeof profileDocument>;
