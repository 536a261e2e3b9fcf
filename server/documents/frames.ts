import { createCipheriv, createDecipheriv } from 'node:crypto';

/*
 * A file at rest: one format byte, then frames of 64 KiB (the last one shorter), each sealed by AES-256-GCM with its tag behind it.
 * The nonce holds the frame's number and whether it is the last (the STREAM construction of Hoang, Reyhanitabar, Rogaway and
 * Vizár), so that a frame which is changed, left out, moved, repeated or cut off does not open, nor does one of another file.
 * A key seals one file, once: no nonce is ever used twice with it.
 */

const FORMAT = Buffer.of(1);
const FRAME_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const ALGORITHM = 'aes-256-gcm';

/** A stored document that is not as it was written: damaged, cut short, or somebody's work. */
export class DamagedDocumentError extends Error {
  override readonly name = 'DamagedDocumentError';
}

/** Seals a file as it streams by. `key`: 32 random bytes that seal nothing else. Holds one frame at a time. */
export async function* sealFrames(
  key: Buffer,
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  yield FORMAT;
  let index = 0;
  for await (const { bytes, last } of cut(content, FRAME_BYTES)) {
    const cipher = createCipheriv(ALGORITHM, key, nonce(index, last), { authTagLength: TAG_BYTES });
    cipher.setAAD(FORMAT);
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    index += 1;
  }
}

/**
 * Opens what {@link sealFrames} sealed. Yields verified bytes only, a frame at a time; what came before a damaged frame was yielded,
 * so a reader may rely on the whole only at the end.
 *
 * @throws DamagedDocumentError
 */
export async function* openFrames(
  key: Buffer,
  sealed: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  let index = 0;
  for await (const { bytes, last } of cut(withoutFormat(sealed), FRAME_BYTES + TAG_BYTES)) {
    if (bytes.length < TAG_BYTES) throw damaged();
    const end = bytes.length - TAG_BYTES;
    const decipher = createDecipheriv(ALGORITHM, key, nonce(index, last), { authTagLength: TAG_BYTES });
    decipher.setAAD(FORMAT);
    decipher.setAuthTag(bytes.subarray(end));
    const plain = decipher.update(bytes.subarray(0, end));
    try {
      decipher.final();
    } catch {
      throw damaged();
    }
    if (plain.length > 0) yield plain;
    index += 1;
  }
}

function damaged(): DamagedDocumentError {
  return new DamagedDocumentError('A stored document is damaged');
}

/** 12 bytes, of which the last five tell: the number of the frame, and 1 for the last one. */
function nonce(index: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(index, 7);
  bytes[11] = last ? 1 : 0;
  return bytes;
}

async function* withoutFormat(sealed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let checked = false;
  for await (const chunk of sealed) {
    if (checked) yield chunk;
    else if (chunk.length > 0) {
      if (chunk[0] !== FORMAT[0]) throw damaged();
      checked = true;
      yield chunk.subarray(1);
    }
  }
  if (!checked) throw damaged();
}

/**
 * Cuts a stream into pieces of one size. The last may be shorter, and is empty only if all is. A piece is valid until the next
 * one is asked for: they share one buffer.
 */
async function* cut(
  content: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<{ bytes: Uint8Array; last: boolean }> {
  const buffer = Buffer.allocUnsafeSlow(size);
  let filled = 0;
  for await (const chunk of content) {
    for (let at = 0; at < chunk.length; ) {
      // Only what comes after a full piece shows that it was not the last.
      if (filled === size) {
        yield { bytes: buffer, last: false };
        filled = 0;
      }
      const taken = Math.min(size - filled, chunk.length - at);
      buffer.set(chunk.subarray(at, at + taken), filled);
      filled += taken;
      at += taken;
    }
  }
  yield { bytes: buffer.subarray(0, filled), last: true };
}
