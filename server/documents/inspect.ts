import 'server-only';
import type { ContentType } from '@/lib/kyc/contract/documents';
import { inspectImage } from './image';
import { inspectPdf } from './pdf';

/** What was read of a file's content: pages of a PDF or TIFF; of an image (a TIFF's first page) the pixels as it is shown. */
export type Inspection = { pageCount: number | null; width: number | null; height: number | null };

/**
 * Looks a whole file through. Takes `bytes` over: a PDF's go to another thread.
 *
 * @throws KycError 400 for a file that is damaged, encrypted, too large to be shown or, a PDF, with active content.
 */
export async function inspect(contentType: ContentType, bytes: Uint8Array<ArrayBuffer>): Promise<Inspection> {
  if (contentType === 'application/pdf') {
    return { pageCount: await inspectPdf(bytes), width: null, height: null };
  }
  const { pages, width, height } = await inspectImage(contentType, bytes);
  return { pageCount: contentType === 'image/tiff' ? pages : null, width, height };
}
