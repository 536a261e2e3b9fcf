import type { ContentType } from '@/lib/kyc/contract/limits';

/** The extensions that a name may end with; the first is given to a name with another. */
const EXTENSIONS: Record<ContentType, readonly [string, ...string[]]> = {
  'application/pdf': ['.pdf'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
  'image/tiff': ['.tif', '.tiff'],
};

/** The longest name in bytes of UTF-8: what common file systems take, less what a browser adds to a second download. */
const LIMIT = 200;

/** What directs or hides the characters around it; joiners stay, because scripts are written with them. */
const MISLEADING =
  /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/** Names that Windows takes for devices, whatever follows the first dot. */
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])(\.|$)/i;

/**
 * The name under which a document is listed and downloaded: the last part of a path, without what could mislead a reader or a file
 * system, and always ending as files of its content do, so that no system opens it as anything else.
 */
export function safeFileName(given: string, contentType: ContentType): string {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .replace(MISLEADING, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/gu, '');
  const [extension, stem] = split(plain, contentType);
  const usable = DEVICE.test(stem) ? `_${stem}` : stem || 'document';
  return `${shortened(usable, LIMIT - extension.length)}${extension}`;
}

/** The extension as typed where it fits the content, else the content's own behind the whole name. */
function split(name: string, contentType: ContentType): [extension: string, stem: string] {
  const fitting = EXTENSIONS[contentType];
  const typed = fitting.find((extension) => name.toLowerCase().endsWith(extension));
  if (typed === undefined) return [fitting[0], name];
  return [name.slice(-typed.length), name.slice(0, -typed.length)];
}

/** Whole characters only, as a reader sees them. */
function shortened(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (Buffer.byteLength(kept + segment) > bytes) break;
    kept += segment;
  }
  return kept.trimEnd();
}
