import { randomBytes } from 'node:crypto';
import http from 'node:http';
import { json } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { deflateRawSync, gzipSync } from 'node:zlib';
import contentDisposition from 'content-disposition';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FILE_LIMIT } from '@/lib/kyc/contract/documents';
import { publishedSamples } from '@/lib/kyc/contract/samples';
import { newId } from '@/lib/new-id';
import type { OpenDatabase } from '../db/client';
import { freshDatabase } from '../db/testing';
import {
  encryptedPdf,
  noise,
  objectStream,
  packedStream,
  pdfOf,
  pdfOfSize,
  pictureOf,
  tiffOf,
} from '../documents/samples.suite';
import { embeddedKyc } from '../kyc/embedded';
import { aPng, pngChunk, sha256 } from '../kyc/files.suite';
import { APP_SECRET, appIdOf, layGround, TENANTS } from '../kyc/ground.suite';
import { vaultKit } from '../kyc/vault.suite';
import { composeHttp } from './compose';
import { type Face, serveFace } from './face.suite';
import type { Fault } from './parts';

const [TENANT] = TENANTS;
const BOUNDARY = 'hostile-boundary';
const PLENTY = 1_000_000;

/** A part as it stands in the body; `value` may be anything, and `head` is what follows its name. */
type Part = readonly [name: string, value: string | Uint8Array, head?: string];
/** What is sent: parts, or a whole body with its own head. */
type Sent = readonly Part[] | { body: Uint8Array; headers: Record<string, string> };

/** A body refused with exactly this code and messages that start so, or a file kept under this name and type. */
type Outcome = { refused: number; because: string[] } | { kept: string; as: string; originally?: string };
type Row = [what: string, sent: () => Sent | Promise<Sent>, outcome: Outcome];

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const pdf = pdfOf();
const PDF = 'application/pdf';

function bodyOf(parts: readonly Part[], end = `--${BOUNDARY}--\r\n`): Buffer {
  return Buffer.concat([
    ...parts.flatMap(([name, value, head = '']) => [
      Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${head}\r\n\r\n`),
      Buffer.from(value),
      latin1('\r\n'),
    ]),
    latin1(end),
  ]);
}

const file = (content: Uint8Array, name = 'a.pdf', head?: string): Part[] => [
  ['OriginalFileName', name],
  head === undefined ? ['FileContent', content] : ['FileContent', content, head],
];
const bodily = (body: Uint8Array, type = `multipart/form-data; boundary=${BOUNDARY}`, more = {}): Sent => ({
  body,
  headers: { 'content-type': type, ...more },
});

/** A ZIP of one deflated file; its checksum is wrong, which nobody here looks at. */
function zipOf(name: string, content: Uint8Array): Buffer {
  const packed = deflateRawSync(content);
  const head = Buffer.alloc(30);
  head.write('PK\x03\x04', 'latin1');
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(content.length, 22);
  head.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.write('PK\x01\x02', 'latin1');
  head.copy(entry, 6, 4, 30);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + name.length, 12);
  end.writeUInt32LE(head.length + name.length + packed.length, 16);
  return Buffer.concat([head, latin1(name), packed, entry, latin1(name), end]);
}

const OTHER_KIND: Outcome = { refused: 415, because: ['FileContent: must be a PDF, JPEG, PNG or TIFF file'] };
const because = (...messages: string[]): Outcome => ({ refused: 400, because: messages });
const damaged = because('FileContent: is damaged');
const active = because('FileContent: contains scripts, attached files or commands');
const kept = (name: string, as = PDF, originally?: string): Outcome =>
  originally === undefined ? { kept: name, as } : { kept: name, as, originally };
const script = '<< /S /JavaScript /JS (app.alert(1)) >>';
const html = '<!doctype html><script>alert(document.domain)</script>';

const CONTENT: Row[] = [
  ['a PDF as it should be', () => file(pdf), kept('a.pdf')],
  ['exactly 20 MiB', () => file(pdfOfSize(FILE_LIMIT)), kept('a.pdf')],
  [
    '20 MiB and a byte',
    () => file(pdfOfSize(FILE_LIMIT + 1)),
    { refused: 413, because: ['FileContent: must have at most 20 MiB'] },
  ],
  ['no byte', () => file(Buffer.alloc(0)), because('FileContent: is empty')],
  ['a page called a PDF', () => file(Buffer.from(html)), OTHER_KIND],
  ['a page before a PDF', () => file(Buffer.concat([Buffer.from(html), pdf])), OTHER_KIND],
  ['a byte order mark before a PDF', () => file(Buffer.concat([latin1('\xef\xbb\xbf'), pdf])), OTHER_KIND],
  [
    'a PDF that is a page too',
    () => file(pdfOf({ catalog: '/Remark (<html><script>alert\\(1\\)</script></html>)' }), 'both.html'),
    kept('both.html.pdf'),
  ],
  [
    'a picture with a script in it',
    () =>
      file(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'a.svg'),
    OTHER_KIND,
  ],
  [
    'the same called a PNG',
    () => file(Buffer.from('<?xml version="1.0"?><svg onload="x()"/>'), 'a.png'),
    OTHER_KIND,
  ],
  ['a GIF that is a script too', () => file(latin1('GIF89a/*\x01\x02*/=1;alert(1)//'), 'a.gif'), OTHER_KIND],
  ['a program called a PDF', () => file(latin1(`MZ\x90\x00${'\0'.repeat(500)}`)), OTHER_KIND],
  ['plain text called a PDF', () => file(Buffer.from('Dear Sir or Madam')), OTHER_KIND],
  ['a ZIP', () => file(zipOf('a.txt', Buffer.from('a')), 'a.zip'), OTHER_KIND],
  ['a text document', () => file(zipOf('word/document.xml', Buffer.from('<a/>')), 'a.docx'), OTHER_KIND],
  ['a ZIP bomb', () => file(zipOf('a.pdf', Buffer.alloc(50_000_000))), OTHER_KIND],
  ['a GZIP bomb', () => file(gzipSync(Buffer.alloc(50_000_000))), OTHER_KIND],
  [
    'a PDF bomb',
    () =>
      file(
        pdfOf({ objects: [packedStream(Buffer.alloc(300 * 1024 * 1024), '/Type /ObjStm /N 1 /First 8')] }),
      ),
    because('FileContent: is too complex to be looked through'),
  ],
  [
    'a PNG of more pixels than memory',
    () => file(aPng(60_000, 60_000, Buffer.from('x'))),
    because('FileContent: must have at most 80 million pixels a page'),
  ],
  [
    'a TIFF of more pixels than memory',
    () => {
      const tiff = tiffOf([1]);
      // Width and height of the first directory.
      tiff.writeUInt32LE(60_000, tiff.indexOf(latin1('\x00\x01\x04\x00')) + 8);
      tiff.writeUInt32LE(60_000, tiff.indexOf(latin1('\x01\x01\x04\x00')) + 8);
      return file(tiff);
    },
    because('FileContent: must have at most 80 million pixels a page'),
  ],
  ['a script that runs when it is opened', () => file(pdfOf({ catalog: `/OpenAction ${script}` })), active],
  [
    'a script under an escaped name',
    () => file(pdfOf({ catalog: '/OpenAction << /S /J#61va#53cript /JS (x) >>' })),
    active,
  ],
  ['a script in a packed object', () => file(pdfOf({ objects: [objectStream(script)] })), active],
  [
    'a PDF that starts a program',
    () => file(pdfOf({ catalog: '/OpenAction << /S /Launch /F (calc.exe) >>' })),
    active,
  ],
  [
    'a PDF with a file attached',
    () =>
      file(
        pdfOf({
          catalog: '/Names << /EmbeddedFiles << /Names [(a) 100 0 R] >> >>',
          objects: ['<< /Type /Filespec >>'],
        }),
      ),
    active,
  ],
  [
    'a PDF with a password',
    () => file(encryptedPdf('secret')),
    because('FileContent: is protected with a password'),
  ],
  [
    'a PDF cut short',
    () => file(pdfOf({ pages: 3, objects: [packedStream(noise(9_000))] }).subarray(0, 5_000)),
    damaged,
  ],
  ['a JPEG cut short', async () => file((await pictureOf('jpeg')).subarray(0, 3_000)), damaged],
  ['a PNG cut short', async () => file((await pictureOf('png')).subarray(0, 3_000)), damaged],
  [
    'a page behind the head of a JPEG',
    () => file(Buffer.concat([latin1('\xff\xd8\xff\xe0'), Buffer.from(html)])),
    damaged,
  ],
  [
    'a PNG of rubbish',
    () =>
      file(
        Buffer.concat([
          latin1('\x89PNG\r\n\x1a\n'),
          pngChunk('IHDR', noise(13)),
          pngChunk('IEND', Buffer.alloc(0)),
        ]),
      ),
    damaged,
  ],
  [
    'a JPEG that is a ZIP too',
    async () => file(Buffer.concat([await pictureOf('jpeg'), zipOf('x.html', Buffer.from(html))]), 'a.zip'),
    kept('a.zip.jpg', 'image/jpeg'),
  ],
  [
    'a PNG with a page behind it',
    () => file(Buffer.concat([aPng(), Buffer.from(html)]), 'a.png.html'),
    kept('a.png.html.png', 'image/png'),
  ],
  ['a PDF that is a large ZIP too', () => file(Buffer.concat([pdf, zipOf('x', noise(5_000))])), damaged],
  [
    'a photograph that tells where it was taken',
    async () => file(await pictureOf('jpeg'), 'IMG_1.JPG'),
    kept('IMG_1.JPG', 'image/jpeg'),
  ],
  ['a TIFF of several pages', () => file(tiffOf([1, 2, 3]), 'fax.tif'), kept('fax.tif', 'image/tiff')],
];

const NAMES: Row[] = [
  ['a name of another kind', () => file(aPng(), 'scan.pdf'), kept('scan.pdf.png', 'image/png')],
  ['two extensions', () => file(pdf, 'invoice.pdf.exe'), kept('invoice.pdf.exe.pdf')],
  ['a path', () => file(pdf, '../../../etc/cron.d/x.pdf'), kept('x.pdf', PDF, '../../../etc/cron.d/x.pdf')],
  ['a path of Windows', () => file(pdf, 'C:\\Windows\\System32\\x.pdf'), kept('x.pdf')],
  ['only dots', () => file(pdf, '..'), kept('document.pdf')],
  ['a device of Windows', () => file(pdf, 'CON.pdf'), kept('_CON.pdf')],
  ['a right-to-left override', () => file(pdf, 'annual\u202Efdp.exe'), kept('annualfdp.exe.pdf')],
  ['isolates and marks', () => file(pdf, 'a\u2066b\u200fc\u061c.pdf'), kept('abc.pdf')],
  ['characters of no width', () => file(pdf, 'pass\u200bport\ufeff.pdf'), kept('passport.pdf')],
  ['tags', () => file(pdf, '"><img src=x onerror=alert(1)>.pdf'), kept('___img src=x onerror=alert(1)_.pdf')],
  ['escapes of a header', () => file(pdf, 'a%0d%0aSet-Cookie: x=1.pdf'), kept('a%0d%0aSet-Cookie_ x=1.pdf')],
  ['a quote and a semicolon', () => file(pdf, 'a"; filename="b.exe'), kept('a_; filename=_b.exe.pdf')],
  ['four scripts and a picture', () => file(pdf, '护照 جواز Пасс 👍.pdf'), kept('护照 جواز Пасс 👍.pdf')],
  ['composed characters', () => file(pdf, 'Mu\u0308ller.pdf'), kept('Müller.pdf', PDF, 'Müller.pdf')],
  ['255 characters', () => file(pdf, `${'x'.repeat(251)}.pdf`), kept(`${'x'.repeat(196)}.pdf`)],
  [
    '300 characters',
    () => file(pdf, 'x'.repeat(300)),
    because('OriginalFileName: must have at most 255 characters'),
  ],
  ['none', () => file(pdf, ''), because('OriginalFileName: must not be empty')],
  ['blanks', () => file(pdf, ' \u00a0 '), because('OriginalFileName: must not be empty')],
  ['NUL', () => file(pdf, 'a.pdf\0.exe'), because('OriginalFileName: must not contain control characters')],
  [
    'a line break',
    () => file(pdf, 'a\r\nSet-Cookie: x=1'),
    because('OriginalFileName: must not contain control characters'),
  ],
  [
    'no UTF-8',
    () => [
      ['OriginalFileName', latin1('\xc3\x28.pdf')],
      ['FileContent', pdf],
    ],
    because('OriginalFileName: is not UTF-8'),
  ],
  [
    'half a character',
    () => [
      ['OriginalFileName', latin1('\xed\xa0\x80.pdf')],
      ['FileContent', pdf],
    ],
    because('OriginalFileName: is not UTF-8'),
  ],
  [
    'another one in the head of the part',
    () => file(pdf, 'a.pdf', '; filename="../../x.html"\r\nContent-Type: text/html'),
    kept('a.pdf'),
  ],
];

const NUL_PART = `none of ${['OriginalFileName', 'FileContent'].join(', ')}`;
const unknownPart = because(`body: has a part that is ${NUL_PART}`);
const NO_FORM = because('body: is no whole multipart/form-data');

const FORMS: Row[] = [
  ['no name', () => [['FileContent', pdf]], because('OriginalFileName: is required')],
  ['no bytes', () => [['OriginalFileName', 'a.pdf']], because('FileContent: is required')],
  ['bytes twice', () => [...file(pdf), ['FileContent', pdf]], because('FileContent: must be given once')],
  [
    'a name twice',
    () => [['OriginalFileName', 'b'], ...file(pdf)],
    because('OriginalFileName: must be given once'),
  ],
  ['a part that nobody knows', () => [...file(pdf), ['StoragePath', '/etc']], unknownPart],
  ['the part __proto__', () => [['__proto__', '{}'], ...file(pdf)], unknownPart],
  ['the part constructor', () => [['documents[0].constructor', 'x'], ...file(pdf)], unknownPart],
  ['a negative number', () => [['documents[-1].FileContent', pdf]], unknownPart],
  ['a number with letters', () => [['documents[1e3].FileContent', pdf]], unknownPart],
  [
    'a number too large',
    () => [['documents[999].FileContent', pdf]],
    because('documents: must be at most 20'),
  ],
  [
    'a number left out',
    () => [
      ['documents[1].OriginalFileName', 'a.pdf'],
      ['documents[1].FileContent', pdf],
    ],
    because('documents[0].OriginalFileName: is required', 'documents[0].FileContent: is required'),
  ],
  [
    'numbered and plain parts',
    () => [...file(pdf), ['documents[0].Description', 'x']],
    because('documents[0].Description: must not stand beside'),
  ],
  [
    'one bad file behind a good one',
    () => [
      ['documents[0].OriginalFileName', 'a.pdf'],
      ['documents[0].FileContent', pdf],
      ['documents[1].OriginalFileName', 'b.pdf'],
      ['documents[1].FileContent', html],
    ],
    { refused: 415, because: ['documents[1].FileContent: must be a PDF, JPEG, PNG or TIFF file'] },
  ],
  [
    'a huge text',
    () => [['Description', 'x'.repeat(3_000_000)], ...file(pdf)],
    because('Description: is too long'),
  ],
  [
    'texts that are no such thing',
    () => [
      ...file(pdf),
      ['DocumentTypeId', "' or 1=1 --"],
      ['ExpiryDate', '2031-02-30'],
      ['Description', 'a\0'],
    ],
    because(
      'DocumentTypeId: must be one of Passport',
      'ExpiryDate: must be',
      'Description: must not contain control characters',
    ),
  ],
  [
    'a day that no calendar has',
    () => [...file(pdf), ['ExpiryDate', '0000-01-01']],
    because('ExpiryDate: must be'),
  ],
  ['another boundary', () => bodily(bodyOf(file(pdf)), 'multipart/form-data; boundary=other'), NO_FORM],
  [
    'no boundary',
    () => bodily(bodyOf(file(pdf)), 'multipart/form-data'),
    because('body: is multipart/form-data without'),
  ],
  [
    'bare line feeds',
    () => bodily(latin1(bodyOf(file(pdf)).toString('latin1').replaceAll('\r\n', '\n'))),
    NO_FORM,
  ],
  ['no end', () => bodily(bodyOf(file(pdf), '')), because('FileContent: did not arrive whole')],
  [
    'a form in a form',
    () => file(bodyOf(file(pdf)), 'a.pdf', `\r\nContent-Type: multipart/mixed; boundary=${BOUNDARY}`),
    because('OriginalFileName: must be given once'),
  ],
  [
    'a part without a name',
    () => bodily(latin1(`--${BOUNDARY}\r\nContent-Disposition: form-data\r\n\r\nx\r\n--${BOUNDARY}--`)),
    unknownPart,
  ],
  [
    'a head of a part without end',
    () => [
      ['FileContent', pdf, `\r\nX-A: ${'x'.repeat(100_000)}`],
      ['OriginalFileName', 'a.pdf'],
    ],
    kept('a.pdf'),
  ],
  [
    'JSON',
    () => bodily(Buffer.from('{"FileContent":"JVBERi0="}'), 'application/json'),
    { refused: 415, because: ['The media type is not supported: send multipart/form-data'] },
  ],
  [
    'a packed body',
    () => bodily(gzipSync(bodyOf(file(pdf))), undefined, { 'content-encoding': 'gzip' }),
    { refused: 415, because: ['The media type is not supported: send the body without a content coding'] },
  ],
  ['nothing', () => bodily(Buffer.alloc(0)), NO_FORM],
  ['no parts', () => [], because('body: has no parts')],
];

describe('hostile uploads over HTTP', () => {
  const { vault, stored } = vaultKit();
  const faults: Fault[] = [];
  const taken = new Map<string, Buffer>();
  let opened: OpenDatabase;
  let face: Face;
  let headers: Record<string, string>;
  let url: string;

  beforeAll(async () => {
    opened = await freshDatabase('pglite');
    const { db, pool } = opened;
    await layGround(db);
    const clock = () => new Date();
    face = await serveFace(
      await composeHttp({
        kyc: embeddedKyc({ db, vault: vault(), clock, newId }),
        db,
        pool,
        key: randomBytes(32),
        perMinute: { create: PLENTY, retrieve: PLENTY, download: PLENTY, other: PLENTY },
        tenantId: TENANT,
        report: (fault) => void faults.push(fault),
      }),
    );
    const post = async (path: string, body: unknown) => {
      const response = await fetch(`${face.origin}/api${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
      return ((await response.json()) as { result: Record<string, string> }).result;
    };
    const credentials = { appId: appIdOf(TENANT), appSecret: APP_SECRET, tenantId: TENANT };
    const { token } = await post('/AppSessionManager/GetAppToken', credentials);
    headers = { authorization: `Bearer ${token}` };
    const individual = publishedSamples.addCustomer.requests.individual;
    const { submissionId } = await post('/ExtCustomerManagement/AddCustomer', individual);
    url = `${face.origin}/api/ExtForm/submissions/${submissionId}/documents`;
  });
  afterAll(async () => {
    await face.close();
    await opened.close();
  });

  const list = async () => {
    const response = await fetch(url, { headers });
    return ((await response.json()) as { result: Record<string, unknown>[] }).result;
  };

  async function expectOutcome(sent: Sent, outcome: Outcome): Promise<void> {
    const isWhole = 'body' in sent;
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
        ...headers,
        ...(isWhole ? sent.headers : {}),
      },
      body: new Uint8Array(isWhole ? sent.body : bodyOf(sent)),
    });
    const { messages, result, ...rest } = await response.json();
    if ('refused' in outcome) {
      expect({ ...rest, messages, result }).toEqual({
        statusCode: outcome.refused,
        messages: outcome.because.map((start) => expect.stringContaining(start)),
        result: null,
      });
      outcome.because.forEach((start, index) => expect(messages[index].startsWith(start)).toBe(true));
      expect(response.status).toBe(outcome.refused);
      return;
    }
    expect(messages).toEqual(['Processed successfully']);
    const content = contentOf(sent as readonly Part[]);
    expect(result).toMatchObject([
      {
        fileName: outcome.kept,
        contentType: outcome.as,
        shA256Hash: sha256(content),
        ...(outcome.originally === undefined ? {} : { originalFileName: outcome.originally }),
      },
    ]);
    taken.set(result[0].id, content);
    await expectHarmless(result[0].id, content, outcome);
  }

  /** Byte for byte, as what it is, under its safe name, and nothing that a browser would run or show as a page. */
  async function expectHarmless(
    id: string,
    content: Buffer,
    { kept: name, as }: { kept: string; as: string },
  ) {
    const served = await fetch(`${url}/${id}/download`, { headers });
    expect(served.headers.get('content-type')).toBe(as);
    expect(served.headers.get('x-content-type-options')).toBe('nosniff');
    expect(served.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect(served.headers.get('set-cookie')).toBeNull();
    const disposition = contentDisposition.parse(served.headers.get('content-disposition') ?? '');
    expect(disposition).toMatchObject({ type: 'attachment', parameters: { filename: name } });
    expect(Buffer.from(await served.arrayBuffer()).equals(content)).toBe(true);
  }

  const contentOf = (parts: readonly Part[]) =>
    Buffer.from(parts.find(([name]) => name === 'FileContent')?.[1] ?? '');

  test.each(CONTENT)('%s', async (_what, sent, outcome) => expectOutcome(await sent(), outcome));
  describe('a name:', () => {
    test.each(NAMES)('%s', async (_what, sent, outcome) => expectOutcome(await sent(), outcome));
  });
  describe('a form:', () => {
    test.each(FORMS)('%s', async (_what, sent, outcome) => expectOutcome(await sent(), outcome));
  });

  test('a body that says it is larger than every upload is refused before it is sent', async () => {
    const { status, message } = await declaring(500 * 1024 * 1024);
    expect(status).toBe(413);
    expect(message).toBe('The request is too large: at most 401 MiB');
  });

  test('a line that is cut in the middle of a file leaves nothing', async () => {
    const before = stored();
    const body = bodyOf(file(pdfOfSize(3_000_000)));
    await cut(body.subarray(0, 2_000_000), body.length);
    // The half file is removed as soon as the server sees that the line is gone.
    while (stored().files > before.files) await sleep(20);
    expect(stored()).toEqual(before);
  });

  test('in the end the list and the store hold what was kept, and nothing else; none of it was a fault of ours', async () => {
    expect(taken.size).toBe(
      [...CONTENT, ...NAMES, ...FORMS].filter(([, , outcome]) => 'kept' in outcome).length,
    );
    expect((await list()).map(({ id }) => id)).toEqual([...taken.keys()]);
    expect(stored().files).toBe(taken.size);
    const readable = [...taken.values()].reduce((sum, content) => sum + content.byteLength, 0);
    expect(stored().bytes).toBeGreaterThanOrEqual(readable);
    expect(stored().bytes).toBeLessThan(readable * 1.01 + taken.size * 1_000);
    expect(faults).toEqual([]);
  });

  /** Sends a head that declares a size, and no body before the answer. */
  function declaring(size: number): Promise<{ status: number | undefined; message: string }> {
    return new Promise((resolve, reject) => {
      const request = http.request(url, {
        method: 'POST',
        headers: {
          ...headers,
          'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
          'content-length': size,
        },
      });
      request.flushHeaders();
      request.on('error', reject);
      request.on('response', (response) => {
        void json(response).then((answer) => {
          request.destroy();
          const { messages } = answer as { messages: string[] };
          resolve({ status: response.statusCode, message: messages[0] ?? '' });
        }, reject);
      });
    });
  }

  /** Sends the beginning of a body and goes away once the server has begun to store it. */
  async function cut(beginning: Buffer, length: number): Promise<void> {
    const before = stored().files;
    const request = http.request(url, {
      method: 'POST',
      headers: {
        ...headers,
        'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
        'content-length': length,
      },
    });
    request.on('error', () => undefined);
    request.write(beginning);
    while (stored().files === before) await sleep(20);
    request.destroy();
  }
});
