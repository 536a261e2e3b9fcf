import { createCipheriv, createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** The parts of a small PDF; each is PDF syntax. */
export type PdfParts = {
  pages?: number;
  /** More entries of the catalog. */
  catalog?: string;
  /** More entries of every page. */
  page?: string;
  /** Further objects, numbered from 100. */
  objects?: (string | Buffer)[];
  /** More entries of the trailer. */
  trailer?: string;
};

/** A PDF with a right cross-reference table. */
export function pdfOf({
  pages = 1,
  catalog = '',
  page = '',
  objects = [],
  trailer = '',
}: PdfParts = {}): Buffer {
  const kids = Array.from({ length: pages }, (_, at) => `${10 + at} 0 R`).join(' ');
  const numbered = new Map<number, string | Buffer>([
    [1, `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`],
    [2, `<< /Type /Pages /Count ${pages} /Kids [${kids}] >>`],
  ]);
  for (let at = 0; at < pages; at += 1) {
    numbered.set(10 + at, `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] ${page} >>`);
  }
  for (const [at, object] of objects.entries()) numbered.set(100 + at, object);
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const places = new Map<number, number>();
  let length = parts[0]?.length ?? 0;
  const add = (part: string | Buffer) => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
    parts.push(bytes);
    length += bytes.length;
  };
  for (const [number, object] of numbered) {
    places.set(number, length);
    add(`${number} 0 obj\n`);
    add(object);
    add('\nendobj\n');
  }
  const xref = length;
  add('xref\n0 1\n0000000000 65535 f \n');
  for (const [number, place] of places) add(`${number} 1\n${String(place).padStart(10, '0')} 00000 n \n`);
  add(`trailer\n<< /Size 200 /Root 1 0 R ${trailer} >>\nstartxref\n${xref}\n%%EOF\n`);
  return Buffer.concat(parts);
}

/** A stream object, packed by Flate. */
export function packedStream(content: Buffer | string, entries = ''): Buffer {
  const packed = deflateSync(content);
  return Buffer.concat([
    Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode ${entries} >>\nstream\n`),
    packed,
    Buffer.from('\nendstream'),
  ]);
}

/** Objects numbered from 150, packed into an object stream. */
export function objectStream(...objects: string[]): Buffer {
  const body = objects.join(' ');
  let at = 0;
  const head = objects.map((object, index) => {
    const entry = `${150 + index} ${at}`;
    at += object.length + 1;
    return entry;
  });
  const index = `${head.join(' ')} `;
  return packedStream(index + body, `/Type /ObjStm /N ${objects.length} /First ${index.length}`);
}

/** A PDF that asks for a password, or (with an empty one) only forbids changes. RC4 of 40 bits, as revision 2 of the format has it. */
export function encryptedPdf(userPassword: string): Buffer {
  const pad = Buffer.from('28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A', 'hex');
  const padded = Buffer.concat([Buffer.from(userPassword), pad]).subarray(0, 32);
  const md5 = (...bytes: Buffer[]) => createHash('md5').update(Buffer.concat(bytes)).digest();
  const owner = rc4(md5(pad).subarray(0, 5), padded);
  const id = Buffer.alloc(16, 7);
  const key = md5(padded, owner, Buffer.from([0xfc, 0xff, 0xff, 0xff]), id).subarray(0, 5);
  const hex = (bytes: Buffer) => `<${bytes.toString('hex')}>`;
  return pdfOf({
    trailer: `/ID [${hex(id)} ${hex(id)}] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ${hex(owner)} /U ${hex(rc4(key, pad))} >>`,
  });
}

/** Node's OpenSSL has no RC4 any more. */
function rc4(key: Buffer, bytes: Buffer): Buffer {
  const state = Array.from({ length: 256 }, (_, at) => at);
  const swap = (a: number, b: number) => {
    [state[a], state[b]] = [state[b] ?? 0, state[a] ?? 0];
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) % 256;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  const mixed = bytes.map((byte) => {
    i = (i + 1) % 256;
    j = (j + (state[i] ?? 0)) % 256;
    swap(i, j);
    return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) % 256] ?? 0);
  });
  return Buffer.from(mixed);
}

/** Bytes that look random, the same ones for the same seed, and as fast as the machine makes them. */
export function noise(size: number, seed = 0): Buffer {
  const cipher = createCipheriv('aes-128-ctr', Buffer.alloc(16, seed), Buffer.alloc(16));
  return cipher.update(Buffer.alloc(size));
}

/** A picture of noise. Its JPEG carries where and with what it was taken, and stands on its side if asked to. */
export async function pictureOf(
  format: 'jpeg' | 'png' | 'tiff',
  { width = 240, height = 160, sideways = false } = {},
): Promise<Buffer> {
  const image = sharp(noise(width * height * 3), { raw: { width, height, channels: 3 } });
  if (format !== 'jpeg') return image.toFormat(format).toBuffer();
  return image
    .withExif({
      IFD0: { Make: 'A telling camera' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '25/1 15/1 0/1' },
    })
    .withMetadata(sideways ? { orientation: 6 } : {})
    .jpeg()
    .toBuffer();
}

/** A TIFF of uncompressed grey pages, each of one shade, `width` by `height` pixels. */
export function tiffOf(shades: readonly number[], width = 40, height = 30): Buffer {
  const pageBytes = width * height;
  const entries = 9;
  const directoryBytes = 2 + entries * 12 + 4;
  const file = Buffer.alloc(8 + shades.length * (pageBytes + directoryBytes));
  file.write('II*\0', 'latin1');
  file.writeUInt32LE(8 + pageBytes, 4);
  for (const [page, shade] of shades.entries()) {
    const pixels = 8 + page * (pageBytes + directoryBytes);
    file.fill(shade, pixels, pixels + pageBytes);
    let at = pixels + pageBytes;
    at = file.writeUInt16LE(entries, at);
    const fields: [tag: number, type: 3 | 4, value: number][] = [
      [256, 4, width],
      [257, 4, height],
      [258, 3, 8],
      [259, 3, 1],
      [262, 3, 1],
      [273, 4, pixels],
      [277, 3, 1],
      [278, 4, height],
      [279, 4, pageBytes],
    ];
    for (const [tag, type, value] of fields) {
      at = file.writeUInt16LE(tag, at);
      at = file.writeUInt16LE(type, at);
      at = file.writeUInt32LE(1, at);
      at = file.writeUInt32LE(value, at);
    }
    const last = page === shades.length - 1;
    file.writeUInt32LE(last ? 0 : pixels + pageBytes + directoryBytes + pageBytes, at);
  }
  return file;
}

/** A PDF of exactly so many bytes (more than a thousand). */
export function pdfOfSize(size: number): Buffer {
  const stream = (length: number) =>
    Buffer.concat([
      Buffer.from(`<< /Length ${length} >>\nstream\n`),
      noise(length),
      Buffer.from('\nendstream'),
    ]);
  const around = pdfOf({ objects: [stream(size)] }).length - size;
  const pdf = pdfOf({ objects: [stream(size - around)] });
  // A length of fewer digits makes the file shorter: a comment behind it makes up for that.
  return Buffer.concat([pdf, Buffer.alloc(size - pdf.length, '\n')]);
}
