import kyc from '@/lib/i18n/messages/en/kyc.json';

/** What a file in an archive is named after. */
type Named = {
  /** Empty, or a path that ends in `/`. */
  folder: string;
  type: string;
  version: number | null;
  fileName: string;
  contentType: string | null;
};

const EXTENSIONS: Record<string, string> = {
  'application/pdf': '.pdf',
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/tiff': '.tif',
};

/** Characters of a name at most: with its folder it stays below what file systems take in any script. */
const LONGEST = 48;

/**
 * A name for each file: its type and version, then its own name where that is safe on every system. No path, no control and no
 * direction character, no two that differ in case only; the extension is that of the content.
 */
export function archiveNames(files: readonly Named[]): string[] {
  const taken = new Set<string>();
  return files.map(({ folder, type, version, fileName, contentType }) => {
    const label = safeName((kyc.documentType as Record<string, string>)[type] ?? type);
    const own = safeName(fileName.replace(/\.[A-Za-z0-9]{1,5}$/, ''));
    const stem = [version === null ? label : `${label} v${version}`, own].filter(Boolean).join(' - ');
    const extension = EXTENSIONS[contentType ?? ''] ?? '';
    for (let count = 1; ; count += 1) {
      const candidate = `${folder}${stem}${count === 1 ? '' : ` (${count})`}${extension}`;
      if (taken.has(candidate.toLowerCase())) continue;
      taken.add(candidate.toLowerCase());
      return candidate;
    }
  });
}

/** A text as part of a file's name: safe on every system, 48 characters at most; empty where nothing of it may stand. */
export function safeName(text: string): string {
  const plain = text
    .normalize('NFC')
    // Control, format (directions among them), unpaired surrogates, private use; then what some file system takes for its own.
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[\\/:*?"<>|]/g, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/gu, '');
  return [...plain].slice(0, LONGEST).join('').trimEnd();
}
