import { CONTENT_TYPES, type DocumentFile } from '@/lib/kyc/contract/documents';
import { known } from '@/lib/kyc/contract/lists';
import { fileNameOf } from './file';
import type { Patience } from './patience';

/** A file whose head has arrived and whose bytes are arriving. */
export type OpenedFile = { status: number; headers: Headers; content: ReadableStream<Uint8Array> };

/** An error that ends a file's stream: the reader has not got all of it. */
class Incomplete extends Error {
  override readonly name = 'Incomplete';
}

/**
 * A success as a file that is read as it arrives, at most `limit` bytes of it. The stream fails where the server breaks off, sends
 * more, or sends nothing for longer than the patience that is taken over; a slow reader costs none of it. Undefined for a refusal,
 * and for JSON, which may be one inside an HTTP 200.
 */
export function openFile(response: Response, limit: number, waiting: Patience): OpenedFile | undefined {
  const { status, headers, body } = response;
  if (!response.ok || body === null || mediaType(headers) === 'application/json') return undefined;
  if (Number(headers.get('content-length') ?? 0) > limit) return undefined;
  const reader = body.getReader();
  let size = 0;
  waiting.rest();
  const content = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        waiting.begin();
        try {
          const { done, value } = await reader.read();
          waiting.rest();
          size += value?.byteLength ?? 0;
          if (size > limit) throw new Incomplete();
          if (!done) return controller.enqueue(value);
          waiting.end();
          controller.close();
        } catch (error) {
          waiting.end();
          controller.error(error instanceof Incomplete ? error : new Incomplete());
        }
      },
      async cancel() {
        await reader.cancel().catch(() => undefined);
        waiting.end();
      },
    },
    { highWaterMark: 0 },
  );
  return { status, headers, content };
}

/**
 * The file for its reader. What is none of the contract's kinds is told as bytes of no kind, so that nothing of another server's is
 * shown as a page. `documentId` names a file without a name.
 */
export function readDocument({ headers, content }: OpenedFile, documentId: string): DocumentFile {
  const length = /^\d{1,12}$/.exec(headers.get('content-length') ?? '')?.[0];
  const isCoded = headers.has('content-encoding');
  return {
    content,
    contentType: known(CONTENT_TYPES, mediaType(headers)) ?? 'application/octet-stream',
    fileName:
      fileNameOf(headers.get('content-disposition')) ?? `document-${documentId.replace(/[^\w-]/g, '')}`,
    sizeInBytes: length === undefined || isCoded ? null : Number(length),
  };
}

function mediaType(headers: Headers): string {
  return headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
}
