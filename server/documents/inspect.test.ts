import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { ContentType } from '@/lib/kyc/contract/documents';
import { KycError } from '@/lib/kyc/contract/errors';
import { contentTypeOf } from './content-type';
import { inspect } from './inspect';
import { encryptedPdf, noise, objectStream, packedStream, pdfOf, pictureOf, tiffOf } from './samples.suite';

const look = (contentType: ContentType, bytes: Uint8Array) => inspect(contentType, new Uint8Array(bytes));
const refusal = async (contentType: ContentType, bytes: Uint8Array): Promise<string> => {
  const error: unknown = await look(contentType, bytes).then(
    (found) => new Error(`taken: ${JSON.stringify(found)}`),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Error);
  return error instanceof KycError ? `${error.code} ${error.message}` : String(error);
};

test('what a file is, is told by its first bytes and nothing else', async () => {
  const kinds: [string, Buffer][] = [
    ['application/pdf', pdfOf()],
    ['image/jpeg', await pictureOf('jpeg')],
    ['image/png', await pictureOf('png')],
    ['image/tiff', await pictureOf('tiff')],
    ['image/tiff', tiffOf([1])],
  ];
  for (const [kind, bytes] of kinds) expect(await contentTypeOf(bytes.subarray(0, 4_100))).toBe(kind);
});

test.each([
  ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  ['SVG behind a declaration', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['HTML', '<!doctype html><script>alert(1)</script>'],
  ['HTML that goes on as a PDF', '<html>\n%PDF-1.7\n'],
  ['a PDF behind a blank', ' %PDF-1.7\n'],
  ['a PDF behind a byte order mark', '\xef\xbb\xbf%PDF-1.7\n'],
  ['a JPEG behind an ID3 tag', 'ID3\x03\0\0\0\0\0\x0a0123456789\xff\xd8\xff\xe0\0\x10JFIF\0'],
  ['ZIP', 'PK\x03\x04\x14\0\0\0\0\0'],
  ['GIF', 'GIF89a\x01\0\x01\0'],
  ['BMP', 'BM\0\0\0\0\0\0\0\0'],
  ['WebP', 'RIFF\x24\0\0\0WEBPVP8 '],
  ['HEIC', '\0\0\0\x18ftypheic\0\0\0\0heicmif1'],
  ['an executable', 'MZ\x90\0\x03'],
  ['PostScript', '%!PS-Adobe-3.0\n'],
  ['plain text', 'Dear Sir or Madam'],
  ['nothing but zeros', '\0'.repeat(5_000)],
  ['a Word file of old', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ["a camera's raw picture", 'II*\0\x10\0\0\0CR\x02\0'],
])('%s is not taken', async (_what, text) => {
  await expect(contentTypeOf(Buffer.from(text, 'latin1'))).rejects.toMatchObject({
    code: 415,
    message: 'must be a PDF, JPEG, PNG or TIFF file',
  });
});

test('pages and dimensions are read', async () => {
  const pdf = (pageCount: number) => ({ pageCount, width: null, height: null });
  const image = (width: number, height: number, pageCount: number | null = null) => ({
    pageCount,
    width,
    height,
  });
  expect(await look('application/pdf', pdfOf())).toEqual(pdf(1));
  expect(await look('application/pdf', pdfOf({ pages: 60 }))).toEqual(pdf(60));
  expect(await look('application/pdf', pdfOf({ objects: [objectStream('<< /A 1 >>')] }))).toEqual(pdf(1));
  expect(await look('image/png', await pictureOf('png'))).toEqual(image(240, 160));
  expect(await look('image/jpeg', await pictureOf('jpeg'))).toEqual(image(240, 160));
  expect(await look('image/jpeg', await pictureOf('jpeg', { sideways: true }))).toEqual(image(160, 240));
  expect(await look('image/tiff', await pictureOf('tiff'))).toEqual(image(240, 160, 1));
  expect(await look('image/tiff', tiffOf([10, 20, 30]))).toEqual(image(40, 30, 3));
});

test('a PDF with a password is refused, and one that only forbids changes', async () => {
  for (const password of ['secret', '']) {
    expect(await refusal('application/pdf', encryptedPdf(password))).toMatch(/^400 is protected/);
  }
});

const action = (what: string) => `<< /Type /Action ${what} >>`;
const script = action('/S /JavaScript /JS (app.alert\\(1\\))');
const attachment = packedStream('MZ an attached program', '/Type /EmbeddedFile');
test.each<[string, Buffer]>([
  ['a script when it is opened', pdfOf({ catalog: `/OpenAction ${script}` })],
  ['a script with an escaped name', pdfOf({ catalog: '/OpenAction << /S /J#61v#61Script /JS (x) >>' })],
  ['a script in a packed object', pdfOf({ objects: [objectStream(script)] })],
  ['a script of the document', pdfOf({ catalog: `/Names << /JavaScript << /Names [(a) ${script}] >> >>` })],
  ['a script of a page', pdfOf({ page: `/AA << /O ${script} >>` })],
  ['a command', pdfOf({ catalog: `/OpenAction ${action('/S /Launch /F (cmd.exe)')}` })],
  [
    'a command in a link',
    pdfOf({ page: `/Annots [<< /Type /Annot /Subtype /Link /A ${action('/S /Launch /F (a)')} >>]` }),
  ],
  ['a command in a packed object', pdfOf({ objects: [objectStream(action('/S /Launch /F (a)'))] })],
  ['an attached file', pdfOf({ objects: [attachment] })],
  [
    'a pinned file',
    pdfOf({ page: '/Annots [<< /Subtype /FileAttachment /FS << /F (a) /EF << /F 100 0 R >> >> >>]' }),
  ],
  ['a film', pdfOf({ page: '/Annots [<< /Subtype /RichMedia >>]' })],
])('a PDF with %s is refused', async (_what, bytes) => {
  expect(await refusal('application/pdf', bytes)).toMatch(
    /^400 contains scripts.*print it to a new PDF file/,
  );
});

test('a damaged or cut PDF is refused', async () => {
  const whole = pdfOf({ pages: 3, objects: [packedStream(noise(5_000))] });
  for (const bytes of [
    Buffer.from('%PDF-1.7\n'),
    Buffer.from('%PDF-1.7\n%%EOF\n'),
    whole.subarray(0, -20),
    whole.subarray(0, whole.length / 2),
    Buffer.concat([whole, noise(2_000)]),
    pdfOf({ pages: 0 }),
    Buffer.concat([Buffer.from('%PDF-1.7\n'), noise(100_000), Buffer.from('\n%%EOF\n')]),
  ]) {
    expect(await refusal('application/pdf', bytes)).toMatch(/^400 is damaged/);
  }
});

test('a PDF that unpacks without end is refused, however it is packed, and the next one is looked through', async () => {
  const zeros = Buffer.alloc(300 * 1024 * 1024);
  const bomb = packedStream(zeros, '/Type /ObjStm /N 1 /First 8');
  expect(await refusal('application/pdf', pdfOf({ objects: [bomb] }))).toMatch(/^400 is too complex/);
  const obscure = packedStream('x', '/Type /ObjStm /DecodeParms << /Predictor 12 >>');
  expect(await refusal('application/pdf', pdfOf({ objects: [obscure] }))).toMatch(/^400 is too complex/);
  // A cross-reference stream of the same kind, which only the reader itself unpacks.
  const packed = packedStream(zeros, '/Type /XRef /Size 70000000 /W [1 2 1] /Root 1 0 R');
  const head = Buffer.from('%PDF-1.7\n');
  const xref = Buffer.concat([
    head,
    Buffer.from('5 0 obj\n'),
    packed,
    Buffer.from(`\nendobj\nstartxref\n9\n%%EOF\n`),
  ]);
  expect(await refusal('application/pdf', xref)).toMatch(/^400 is too complex/);
  expect(await look('application/pdf', pdfOf())).toMatchObject({ pageCount: 1 });
});

test('a PDF whose pages lead in a ring, or nest without end, ends in a refusal', async () => {
  const ring = pdfOf({ pages: 2 })
    .toString('latin1')
    .replace('/Kids [10 0 R 11 0 R]', '/Kids [02 0 R 02 0 R]');
  expect(await refusal('application/pdf', Buffer.from(ring, 'latin1'))).toMatch(/^400 /);
  const nested = pdfOf({ catalog: `/Deep ${'['.repeat(200_000)}${']'.repeat(200_000)}` });
  await look('application/pdf', nested).catch((error: unknown) => expect(error).toBeInstanceOf(KycError));
});

test('an image is decoded to its last line', async () => {
  for (const format of ['jpeg', 'png', 'tiff'] as const) {
    const whole = await pictureOf(format, { width: 900, height: 700 });
    const type = `image/${format}` as const;
    expect(await look(type, whole)).toMatchObject({ width: 900, height: 700 });
    for (const part of [0.05, 0.5, 0.9, 0.98]) {
      expect(await refusal(type, whole.subarray(0, whole.length * part)), `${format} ${part}`).toMatch(
        /^400 is damaged/,
      );
    }
  }
  const png = await pictureOf('png', { width: 900, height: 700 });
  png.fill(0, png.length - 5_000, png.length - 4_000);
  expect(await refusal('image/png', png)).toMatch(/^400 is damaged/);
});

test('each page of a TIFF is decoded', async () => {
  const whole = tiffOf([1, 2, 3], 400, 300);
  // The last page's pixels are said to lie behind the end of the file.
  const at = whole.lastIndexOf(Buffer.from([0x11, 0x01, 4, 0, 1, 0, 0, 0])) + 8;
  whole.writeUInt32LE(whole.length + 10, at);
  expect(await refusal('image/tiff', whole)).toMatch(/^400 is damaged/);
});

test('what only begins like an image of a kind is refused', async () => {
  const jpeg = await pictureOf('jpeg');
  const html = Buffer.from('<html><script>alert(1)</script></html>');
  const signatures = {
    'image/jpeg': '\xff\xd8\xff\xe0',
    'image/png': '\x89PNG\r\n\x1a\n',
    'image/tiff': 'II*\0',
  } as const;
  for (const [type, signature] of Object.entries(signatures) as [keyof typeof signatures, string][]) {
    expect(await refusal(type, Buffer.concat([Buffer.from(signature, 'latin1'), html]))).toMatch(
      /^400 is damaged/,
    );
  }
  expect(await refusal('image/png', jpeg)).toMatch(/^400 is damaged/);
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  expect(await refusal('image/png', svg)).toMatch(/^400 is damaged/);
});

test('an image of more pixels than anybody can look at is refused before it is decoded', async () => {
  expect(await refusal('image/png', hugePng(30_000, 30_000))).toMatch(
    /^400 must have at most 80 million pixels/,
  );
  expect(await refusal('image/png', hugePng(2 ** 31 - 1, 2 ** 31 - 1))).toMatch(/^400 /);
  const wide = await sharp({ create: { width: 12_000, height: 8_000, channels: 3, background: 'white' } })
    .tiff({ compression: 'lzw' })
    .toBuffer();
  expect(await refusal('image/tiff', wide)).toMatch(/^400 must have at most 80 million pixels/);
});

/** A PNG that says it has so many pixels of one bit, packed a thousand to one. */
function hugePng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const typed = Buffer.concat([Buffer.from(type), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc32(typed), 4);
    return Buffer.concat([ends.subarray(0, 4), typed, ends.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 1;
  const body = deflateSync(Buffer.alloc(2 ** 20));
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', body), chunk('IEND', Buffer.alloc(0))]);
}
