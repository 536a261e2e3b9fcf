import type { SendUpload, UploadOutcome } from './upload-queue';

/** Without a byte sent or an answer for so long, a line counts as broken. */
const STALL_MS = 60_000;

/** Turns the server's answer into how the upload ended. `body` is the text as it came. */
export type ReadUploadAnswer<T> = (status: number, body: string) => UploadOutcome<T>;

/**
 * Posts a multipart form and tells of its progress: `fetch` cannot say how much of a request's body is on its way.
 */
export function sendForm<T>(url: string, read: ReadUploadAnswer<T>): SendUpload<T> {
  return (parts, progress, signal) =>
    new Promise((resolve, reject) => {
      const form = new FormData();
      for (const [name, value] of parts) form.append(name, value);
      const request = new XMLHttpRequest();
      let stalled: ReturnType<typeof setTimeout> | undefined;
      const alive = () => {
        clearTimeout(stalled);
        stalled = setTimeout(() => request.abort(), STALL_MS);
      };
      const give = () => request.abort();
      const broken = () => reject(new Error('the line broke'));
      request.upload.addEventListener('progress', ({ loaded, total }) => {
        alive();
        progress(loaded, total);
      });
      request.upload.addEventListener('load', ({ loaded, total }) =>
        progress(Math.max(loaded, total), total),
      );
      request.addEventListener('load', () => resolve(read(request.status, request.responseText)));
      request.addEventListener('error', broken);
      request.addEventListener('abort', broken);
      request.addEventListener('loadend', () => {
        clearTimeout(stalled);
        signal.removeEventListener('abort', give);
      });
      signal.addEventListener('abort', give);
      request.open('POST', url);
      alive();
      request.send(form);
    });
}
