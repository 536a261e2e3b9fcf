import { expect, test } from 'vitest';
import type { ContentType } from '@/lib/kyc/contract/limits';
import { safeFileName } from './file-name';

const PDF = 'application/pdf';

test.each<[given: string, contentType: ContentType, expected: string]>([
  ['passport.pdf', PDF, 'passport.pdf'],
  ['Passport.PDF', PDF, 'Passport.PDF'],
  ['scan.jpeg', 'image/jpeg', 'scan.jpeg'],
  ['scan.jpg', 'image/png', 'scan.jpg.png'],
  ['scan', 'image/tiff', 'scan.tif'],
  ['page.html', PDF, 'page.html.pdf'],
  ['invoice.pdf.exe', PDF, 'invoice.pdf.exe.pdf'],
  ['../../etc/passwd', PDF, 'passwd.pdf'],
  ['C:\\Users\\me\\id.pdf', PDF, 'id.pdf'],
  ['a/b\\', PDF, 'document.pdf'],
  ['..', PDF, 'document.pdf'],
  ['.pdf', PDF, 'pdf.pdf'],
  [' . hidden .pdf', PDF, 'hidden .pdf'],
  ['invoice\u202efdp.exe', PDF, 'invoicefdp.exe.pdf'],
  ['a\u0000b\u0007.pdf', PDF, 'ab.pdf'],
  ['zero\u200bwidth\ufeff.pdf', PDF, 'zerowidth.pdf'],
  ['a\r\nSet-Cookie: x=1.pdf', PDF, 'aSet-Cookie_ x=1.pdf'],
  ['NUL.pdf', PDF, '_NUL.pdf'],
  ['com1.report.pdf', PDF, '_com1.report.pdf'],
  ['a<b>:"c|d?e*.pdf', PDF, 'a_b___c_d_e_.pdf'],
  ['护照 – Łukasz.pdf', PDF, '护照 – Łukasz.pdf'],
  ['می\u200cخواهم.pdf', PDF, 'می\u200cخواهم.pdf'],
  ['Cafe\u0301.pdf', PDF, 'Café.pdf'],
])('%j of %s is called %j', (given, contentType, expected) => {
  expect(safeFileName(given, contentType)).toBe(expected);
});

test.each(['x', '护', '👩‍👩‍👧‍👦'])(
  'a long name of %s is cut between characters and keeps its extension',
  (character) => {
    const name = safeFileName(`${character.repeat(300)}.pdf`, PDF);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
    expect(name.slice(0, -4).replaceAll(character, '')).toBe('');
    expect(name).toMatch(/\.pdf$/);
  },
);
