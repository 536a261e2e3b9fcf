import type { Kept } from '@/lib/kyc/capture-queue';

/**
 * What is typed into a form and not yet with the server, kept on this device: one entry a field, so that each keystroke writes little
 * and two tabs do not write over one another. Signing out forgets them (`clearDrafts`: keys that start with `draft:`).
 */
export interface DeviceDrafts {
  read: () => Record<string, Kept>;
  /** False where the device does not keep it: its storage is full or forbidden. */
  keep: (fieldId: string, kept: Kept) => boolean;
  forget: (fieldId: string) => void;
}

/** The drafts of one reader for one submission. */
export function deviceDrafts(reader: string, submissionId: string): DeviceDrafts {
  const prefix = `draft:capture:${reader}:${submissionId}:`;
  return {
    read() {
      try {
        const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
        return Object.fromEntries(
          keys.flatMap((key) => {
            const kept = parsed(localStorage.getItem(key));
            return kept ? [[key.slice(prefix.length), kept]] : [];
          }),
        );
      } catch {
        return {};
      }
    },
    keep(fieldId, { draft, base, sent }) {
      try {
        localStorage.setItem(prefix + fieldId, JSON.stringify({ draft, base, sent }));
        return true;
      } catch {
        return false;
      }
    },
    forget(fieldId) {
      try {
        localStorage.removeItem(prefix + fieldId);
      } catch {
        // Storage is forbidden: nothing was kept.
      }
    },
  };
}

function parsed(text: string | null): Kept | undefined {
  try {
    const kept = JSON.parse(text ?? 'null') as Partial<Kept> | null;
    return kept?.base && Array.isArray(kept.sent)
      ? { draft: kept.draft, base: kept.base, sent: kept.sent }
      : undefined;
  } catch {
    return undefined;
  }
}
