import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import type { UploadDetails, UploadPart } from '@/lib/kyc/contract/documents';

/** Small whole files of each kind that is taken, made in code, and uploads of them. */

/** What a PDF is to have besides one empty page. */
export type PdfPlan = {
  /** Written into the catalog: `/OpenAction …`. */
  catalog?: string;
  /** Written into the trailer: `/Encrypt …`. */
  trailer?: string;
  /** Objects from number 4 on. */
  objects?: readonly string[];
  /** The text of a comment behind the head, to tell files apart or to make them longer. */
  comment?: string;
};

/** A PDF of one page by ISO 32000, with a cross-reference table. */
export function aPdf({ catalog = '', trailer = '', objects = [], comment = '' }: PdfPlan = {}): Buffer {
  const bodies = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
    ...objects,
  ];
  let text = `%PDF-1.7\n%${comment}\n`;
  const places = bodies.map((body, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return place;
  });
  const start = text.length;
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = bodies.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\n`;
  return Buffer.from(`${text}startxref\n${start}\n%%EOF\n`, 'latin1');
}

/** A PDF of exactly this many bytes. */
export function aPdfOf(bytes: number): Buffer {
  const rest = aPdf().byteLength;
  // The places in the table have a fixed width, but the last number has not.
  for (let length = bytes - rest; ; length -= 1) {
    const pdf = aPdf({ comment: 'x'.repeat(length) });
    if (pdf.byteLength === bytes) return pdf;
  }
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

/** A TIFF of one uncompressed grey strip; `height` and `pixels` may contradict each other. */
export function aTiff(width = 2, height = 2, pixels: Uint8Array = Buffer.alloc(width * height)): Buffer {
  const entries: [tag: number, type: 3 | 4, value: number][] = [
    [256, 4, width],
    [257, 4, height],
    [258, 3, 8],
    [259, 3, 1],
    [262, 3, 1],
    [273, 4, 8],
    [277, 3, 1],
    [278, 4, height],
    [279, 4, pixels.byteLength],
  ];
  const directory = Buffer.alloc(2 + entries.length * 12 + 4);
  directory.writeUInt16LE(entries.length, 0);
  entries.forEach(([tag, type, value], index) => {
    const at = 2 + index * 12;
    directory.writeUInt16LE(tag, at);
    directory.writeUInt16LE(type, at + 2);
    directory.writeUInt32LE(1, at + 4);
    if (type === 3) directory.writeUInt16LE(value, at + 8);
    else directory.writeUInt32LE(value, at + 8);
  });
  const padded = Buffer.concat([pixels, Buffer.alloc(pixels.byteLength % 2)]);
  const head = Buffer.from('II*\0\0\0\0\0', 'latin1');
  head.writeUInt32LE(8 + padded.byteLength, 4);
  return Buffer.concat([head, padded, directory]);
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
