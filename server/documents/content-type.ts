import { fileTypeFromBuffer } from 'file-type';
import { CONTENT_TYPES, type ContentType } from '@/lib/kyc/contract/documents';
import { KycError } from '@/lib/kyc/contract/errors';

/** How much of a file's beginning tells its kind; what file-type looks at. */
export const HEAD_BYTES = 4_100;

/** What stands at the very first byte. A detector alone also finds a file behind a byte order mark or an ID3 tag. */
const SIGNATURES: Record<ContentType, readonly string[]> = {
  'application/pdf': ['%PDF-'],
  'image/jpeg': ['\xff\xd8\xff'],
  'image/png': ['\x89PNG\r\n\x1a\n'],
  'image/tiff': ['II*\0', 'MM\0*'],
};

/**
 * What a file is, by its content alone: `head` is its first {@link HEAD_BYTES} bytes, or all of it.
 *
 * @throws KycError 415 for a kind that is not taken.
 */
export async function contentTypeOf(head: Uint8Array): Promise<ContentType> {
  const beginning = Buffer.from(head.subarray(0, 8)).toString('latin1');
  const signed = CONTENT_TYPES.find((type) => SIGNATURES[type].some((one) => beginning.startsWith(one)));
  // Of a TIFF whose directory lies further on, the detector knows nothing; of a camera's raw picture it knows the maker.
  const detected = (await fileTypeFromBuffer(head))?.mime ?? (signed === 'image/tiff' ? signed : undefined);
  if (signed && signed === detected) return signed;
  throw new KycError(415, { message: 'must be a PDF, JPEG, PNG or TIFF file' });
}
