import 'server-only';
import type { ContentType } from '@/lib/kyc/contract/documents';
import { KycError } from '@/lib/kyc/contract/errors';
import { imageOf, readable } from './image';
import { bytesOf } from './streams';
import { turnsOf } from './turns';

/** What is shown of a document: never a byte of an image as it was uploaded. */
export type Preview = { contentType: string; content: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer> };

/** Widths in pixels, of a preview that asks for none, and of the largest one. */
const WIDTH = 1_600;
const WIDTH_LIMIT = 3_200;
/** A page is seldom longer than this; a roll of paper is shown smaller. */
const SHAPE_LIMIT = 4;

const previews = turnsOf(2);

/**
 * A document as a browser may show it. An image is drawn anew as WebP: turned upright, at most `width` pixels wide and never
 * enlarged, without its metadata (place, device, time, embedded thumbnail), of a TIFF the page that is asked for (from 1). A PDF
 * passes as it is: its viewer is the one that draws it.
 *
 * @throws KycError 404 for a page that the image does not have, 400 for an image that does not decode.
 */
export async function previewOf(
  contentType: ContentType,
  content: ReadableStream<Uint8Array>,
  { page = 1, width = WIDTH }: { page?: number; width?: number } = {},
): Promise<Preview> {
  if (contentType === 'application/pdf') return { contentType, content };
  return previews(async () => {
    const bytes = await bytesOf(content);
    const { pages = 1 } = await readable(imageOf(bytes).metadata());
    if (!Number.isInteger(page) || page < 1 || page > pages) throw new KycError(404);
    const wide = Math.min(Math.max(Math.trunc(width), 1), WIDTH_LIMIT);
    const drawing = imageOf(bytes, page)
      .autoOrient()
      .resize({ width: wide, height: wide * SHAPE_LIMIT, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 82, effort: 2 });
    const drawn = await readable(drawing.toBuffer());
    return { contentType: 'image/webp', content: new Uint8Array(drawn) };
  });
}
