import { line } from '@/lib/kyc/profile-view/text';
import { displayName } from '@/lib/kyc/vocabulary';
import type { ProfileReport } from './report';
import { shorten } from './view/format';

/** Leaves room for date, words and ending in the 255 bytes that file systems allow a name, at 4 bytes a character. */
const NAME_LIMIT = 48;

// Refused by Windows or a path separator somewhere; a dot could make a hidden file or another ending.
const UNSAFE = /[\\/:*?"<>|.%]+/g;

/**
 * The name under which a report is saved: when, what and who, as in `2026-11-22 1403Z KYC profile - 王小明.pdf`. The date stands first so
 * that the files of a folder sort by it, and so that a right-to-left name does not turn the digits round it. Any script; safe
 * as a file name on every system; without a name, the submission id stands in.
 */
export function reportFileName({
  profile,
  generatedAt,
}: Pick<ProfileReport, 'profile' | 'generatedAt'>): string {
  const name = displayName(profile.submission);
  const who = safe(name ?? '') || safe(profile.submission.id ?? '') || 'customer';
  const [day = '', time = ''] = generatedAt.toISOString().split('T');
  return `${day} ${time.slice(0, 5).replace(':', '')}Z KYC profile - ${who}.pdf`;
}

function safe(text: string): string {
  return shorten(line(line(text).replace(UNSAFE, ' ')), NAME_LIMIT)
    .replace('…', '')
    .trim();
}
