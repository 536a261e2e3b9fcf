import 'server-only';
import sharp, { type Sharp } from 'sharp';
import type { ContentType } from '@/lib/kyc/contract/documents';
import { KycError } from '@/lib/kyc/contract/errors';

/** The kinds of image that are taken. */
export type ImageType = Exclude<ContentType, 'application/pdf'>;

/** The most pixels of an image, of each page of a TIFF: A3 at 600 dpi, and every phone's camera. */
const PIXELS_LIMIT = 80_000_000;
/** The most pages of a TIFF, and pixels of all of them together: a hundred pages of A4 at 300 dpi. */
const PAGES_LIMIT = 200;
const ALL_PIXELS_LIMIT = 900_000_000;
/** What one page may take, in seconds. */
const PAGE_SECONDS = 20;

const FORMATS: Record<ImageType, string> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/tiff': 'tiff',
};

// Only these decoders can be reached, whatever a file claims to be; and no image stays in memory.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadTiffBuffer'],
});
sharp.cache(false);

/** An image, or one page (from 1) of a TIFF, as it lies in the file. Truncated or damaged pixels fail its reading. */
export function imageOf(bytes: Uint8Array, page = 1): Sharp {
  return sharp(bytes, {
    failOn: 'error',
    limitInputPixels: PIXELS_LIMIT,
    sequentialRead: true,
    page: page - 1,
  }).timeout({ seconds: PAGE_SECONDS });
}

/**
 * Pages of an image (1 but for a TIFF) and the dimensions of the first one as it is shown. Decodes every pixel.
 *
 * @throws KycError 400
 */
export async function inspectImage(
  contentType: ImageType,
  bytes: Uint8Array,
): Promise<{ pages: number; width: number; height: number }> {
  const { format, pages = 1, autoOrient } = await readable(imageOf(bytes).metadata());
  if (format !== FORMATS[contentType]) throw damaged();
  if (pages > PAGES_LIMIT) throw new KycError(400, { message: `must have at most ${PAGES_LIMIT} pages` });
  let pixels = 0;
  for (let page = 1; page <= pages; page += 1) {
    const { width, height } = await readable(imageOf(bytes, page).metadata());
    pixels += width * height;
    if (width * height > PIXELS_LIMIT || pixels > ALL_PIXELS_LIMIT) throw tooLarge();
    await readable(decode(imageOf(bytes, page)));
  }
  return { pages, ...autoOrient };
}

/** Decodes all of an image a few lines at a time: a small copy is made of every pixel, not of a part of them. */
function decode(image: Sharp): Promise<Buffer> {
  return image.resize({ width: 64, height: 64, fit: 'fill', fastShrinkOnLoad: false }).raw().toBuffer();
}

/** Refuses what the decoder refuses; its own words are for its makers. */
export async function readable<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    throw error instanceof Error && /pixel limit/i.test(error.message) ? tooLarge() : damaged();
  }
}

function tooLarge(): KycError {
  const most = `${PIXELS_LIMIT / 1_000_000} million pixels`;
  return new KycError(400, { message: `must have at most ${most} a page: scan it at a lower resolution` });
}

function damaged(): KycError {
  return new KycError(400, { message: 'is damaged: save or scan it again, and upload the new file' });
}
