import 'server-only';
import { compilePdf } from './compiler';
import type { ProfileReport } from './report';
import { reportView } from './view/view';

export type { ProfileReport, ReportCase } from './report';

/**
 * A customer's profile as a PDF that can be filed: who, risk with its factors, decisions and notes as far as the reader may know them,
 * answers with their gaps, documents with their hashes, assessment history. Text is selectable in every script, the document has bookmarks, metadata, a language and tags, and
 * meets PDF/A-2a wherever its fonts can draw all of the text. The same input gives the same bytes.
 *
 * Synchronous, about 15 ms a page (see `compilePdf`): made within a request for one customer, in a job for many.
 */
export function renderProfileReport(report: ProfileReport): Uint8Array<ArrayBuffer> {
  return compilePdf('report.typ', reportView(report));
}
