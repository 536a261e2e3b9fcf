import 'server-only';
import { newId } from '@/lib/new-id';
import { logUnexpected } from '@/server/auth/unexpected';

/** What was read, or the reference under which the log knows why it was not: for a part of a page that fails alone. */
export async function readOrFailed<T>(
  place: string,
  read: () => Promise<T>,
): Promise<{ read: T } | { failed: string }> {
  try {
    return { read: await read() };
  } catch (error) {
    const requestId = newId();
    logUnexpected(error, { requestId, place });
    return { failed: requestId };
  }
}
