/** All of a stream, in memory of its own that may be handed to another thread. */
export async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  const reader = stream.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) chunks.push(read.value);
  return joined(chunks);
}

/** Pieces as one, in memory of its own that may be handed to another thread. */
export function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** How much goes on at once: each piece costs its way through the layers of a web server, whatever its size. */
const PIECE_BYTES = 512 * 1024;

/** The same bytes in fewer pieces, each in memory of its own. */
async function* gathered(
  pieces: AsyncGenerator<Uint8Array, void, undefined>,
): AsyncGenerator<Uint8Array, void, undefined> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    waiting.push(piece);
    size += piece.length;
    if (size < PIECE_BYTES) continue;
    yield joined(waiting);
    waiting = [];
    size = 0;
  }
  if (size > 0) yield joined(waiting);
}

/** A stream that takes the next piece when it is asked for it, and ends the reading where its reader goes away. */
export function streamOf(
  first: IteratorResult<Uint8Array, void>,
  pieces: AsyncGenerator<Uint8Array, void, undefined>,
): ReadableStream<Uint8Array> {
  let next: IteratorResult<Uint8Array, void> | undefined = first;
  const rest = gathered(pieces);
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = next ?? (await rest.next());
        next = undefined;
        if (value) controller.enqueue(value);
        if (done) controller.close();
      },
      async cancel() {
        await rest.return();
        // A gathering that has not begun passes the end on to nobody.
        await pieces.return();
      },
    },
    { highWaterMark: 0 },
  );
}
