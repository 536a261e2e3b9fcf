/** Limits that screens show: here and not beside their schemas, so that a page can name them without the schema library. */

/** The longest one-line and the longest many-line answer, in characters. */
export const TEXT_LIMIT = 500;
export const TEXT_AREA_LIMIT = 20_000;

/** The largest file, in bytes, and the most files of one upload. Contract section 7. */
export const FILE_LIMIT = 20 * 1024 * 1024;
export const FILES_LIMIT = 20;

/** The kinds of file that are taken, judged by content. Contract section 7. */
export const CONTENT_TYPES = ['application/pdf', 'image/jpeg', 'image/png', 'image/tiff'] as const;
export type ContentType = (typeof CONTENT_TYPES)[number];
