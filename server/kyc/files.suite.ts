import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import type { UploadDetails, UploadPart } from '@/lib/kyc/contract/documents';
import { pdfOf } from '../documents/samples.suite';

/** Small whole files, made in code, and uploads of them. */

/** A small PDF, with a remark inside that tells it apart. */
export function aPdf(remark = ''): Buffer {
  return pdfOf(remark ? { catalog: `/Remark (${remark})` } : {});
}

/** A PNG: `width` by `height` pixels, whose data is of one black line a row unless it is given. */
export function aPng(width = 2, height = 2, data?: Uint8Array): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const pixels = data ?? deflateSync(Buffer.alloc((width + 1) * height));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', head),
    pngChunk('IDAT', pixels),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

export function pngChunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.byteLength);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** One document of an upload: its bytes and what is told of it. */
export type FilePlan = Partial<Record<keyof UploadDetails, string>> & { content?: Uint8Array };

/** The parts of an upload of one document. */
export function uploadOf(plan: FilePlan): AsyncIterable<UploadPart> {
  return partsOf([[null, plan]]);
}

/** The parts of an upload of several numbered documents. */
export function uploadOfAll(plans: readonly FilePlan[]): AsyncIterable<UploadPart> {
  return partsOf(plans.map((plan, index) => [index, plan]));
}

async function* partsOf(plans: readonly (readonly [number | null, FilePlan])[]): AsyncGenerator<UploadPart> {
  for (const [file, { content, ...details }] of plans) {
    for (const [name, value] of Object.entries(details)) {
      yield { kind: 'detail', file, name: name as keyof UploadDetails, value };
    }
    if (content) yield { kind: 'content', file, content: inPieces(content) };
  }
}

async function* inPieces(content: Uint8Array): AsyncGenerator<Uint8Array> {
  const piece = 64 * 1024;
  for (let at = 0; at < content.byteLength; at += piece) yield content.subarray(at, at + piece);
}
