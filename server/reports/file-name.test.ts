import { describe, expect, it } from 'vitest';
import { reportFileName } from './file-name';
import { sampleReport } from './testing';

const generatedAt = new Date('2026-11-22T14:03:11Z');

function named(firstName: string, lastName: string) {
  const { profile } = sampleReport();
  const submission = {
    ...profile.submission,
    legalEntityCustomer: null,
    individualCustomer: { firstName, lastName },
  };
  return reportFileName({ profile: { ...profile, submission }, generatedAt });
}

describe('the file name of a report', () => {
  it.each([
    ['John', 'Doe', '2026-11-22 1403Z KYC profile - John Doe.pdf'],
    ['小明', '王', '2026-11-22 1403Z KYC profile - 王小明.pdf'],
    ['محمد', 'الأنصاري', '2026-11-22 1403Z KYC profile - محمد الأنصاري.pdf'],
    ['Дмитрий', 'Щукин', '2026-11-22 1403Z KYC profile - Дмитрий Щукин.pdf'],
  ])('says when and who: %s %s', (first, last, expected) => {
    expect(named(first, last)).toBe(expected);
  });

  it('has no path, no hidden ending, nothing that a file system or a header refuses', () => {
    expect(named('../../etc/passwd', 'a\\b:c*?"<>|\r\nSet-Cookie: x\u202Efdp.exe')).toMatch(
      /^2026-11-22 1403Z KYC profile - [\p{L}\p{N} -]+\.pdf$/u,
    );
  });

  it('fits 255 bytes however long the name is, without cutting a character in two', () => {
    const name = named('𠮷'.repeat(200), 'x');
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    expect(() => encodeURIComponent(name)).not.toThrow();
  });

  it('falls back to the submission id', () => {
    expect(named('...', '///')).toBe(
      '2026-11-22 1403Z KYC profile - 01997a3e-5c1b-7d02-9f6e-2f8a41b7c9d3.pdf',
    );
  });
});
