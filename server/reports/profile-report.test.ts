import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import type { Profile } from '@/lib/kyc/contract/profiles';
import { renderProfileReport } from './profile-report';
import { sampleReport } from './testing';
import { answer } from './testing-answers';
import { field } from './testing-form';

/** A report read back: its pages' text, each item of the line in the order of reading, and what the document says of itself. */
async function read(report = sampleReport()) {
  const bytes = renderProfileReport(report);
  const source = getDocument({ data: bytes.slice(), verbosity: 0 });
  const document = await source.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''));
  }
  const { info, metadata } = await document.getMetadata();
  const outline = await document.getOutline();
  const marked = await document.getMarkInfo();
  const tree = await (await document.getPage(1)).getStructTree();
  await source.destroy();
  const raw = Buffer.from(bytes).toString('latin1');
  return {
    bytes,
    raw,
    pages,
    text: pages.join('\n'),
    info: info as Record<string, unknown>,
    metadata,
    outline,
    marked,
    tree,
  };
}

/** A report of one page with the given questions and answers. */
function withAnswers(values: string[], submission: Partial<Profile['submission']> = {}) {
  const fields = values.map((_, at) => field(`field-${at}`, `Question ${at + 1}`, 'TextArea', { order: at }));
  return sampleReport({
    profile: {
      form: {
        name: 'Form',
        pages: [
          { id: 'page', name: 'Page', order: 0, sections: [{ id: 's', name: 'Section', order: 0, fields }] },
        ],
      },
      answers: fields.map(({ id }, at) => answer(id, 'TextArea', { textValue: values[at] })),
      submission: { ...sampleReport().profile.submission, ...submission },
    },
  });
}

/** Words of a right-to-left line come from the reader last word first; each word is in logical order. */
const words = (text: string) => text.split(/\s+/u);

describe('the profile report', () => {
  it('says who, of which kind, in which state, who owns it, at which risk and why', async () => {
    const { text } = await read();
    for (const said of [
      'Al Ansari Grain & Shipping LLC',
      'Legal entity',
      'Compliance review',
      'High risk',
      'Layla Nasser',
      '01997a3e-5c1b-7d02-9f6e-2f8a41b7c9d3',
      'Corporate onboarding, version 4',
      'DET-1182734',
      'Provisional',
      'Calculated Medium, set to High.',
      'Ingrid Solberg',
      'Politically exposed person',
      '100 × 0.25',
      'Sum of contributions',
      'A politically exposed person is never of low risk.',
    ]) {
      expect(text).toContain(said);
    }
  });

  it('repeats on every page the page number, when and by whom it was made, the version and the submission', async () => {
    const { pages } = await read();
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, at) => {
      expect(page).toContain(`Page ${at + 1} of ${pages.length}`);
      expect(page).toContain('Generated 22 Nov 2026, 14:03:11 UTC by Yusuf Rahman');
      expect(page).toContain('Profile version 7');
      expect(page).toContain('01997a3e-5c1b-7d02-9f6e-2f8a41b7c9d3');
    });
  });

  it('prints every type of answer readably, and marks the gaps', async () => {
    const { text } = await read();
    for (const said of [
      '11 Feb 2019',
      'United Arab Emirates',
      '1,240',
      'Limited liability company',
      'Correspondence address',
      'Office 2104, Jumeirah Business Centre 3, Cluster Y',
      'Wholesale of grain',
      '33.5 %',
      'Director, Beneficial owner',
      '51 %',
      'Holds 46 % of the customer; 50 % of Ansari Family Holding FZE',
      '15.5 % of the ownership is not accounted for',
      '+971 4 450 1420',
      '3 Apr 1971',
      'Signed 15 Sep 2026, 10:02:30 UTC',
      'Trade licence 2026.pdf',
      'Optional, left blank',
    ]) {
      expect(text).toContain(said);
    }
    expect(text.match(/Not answered/g)).toHaveLength(2);
  });

  it('says who answered, by name', async () => {
    const { text } = await read();
    expect(text).toMatch(/\+971 4 450 1420\s*14 Sep 2026, Layla Nasser/);
    expect(text).toMatch(/notices@alansarigrain\.example\s*14 Sep 2026, Customer/);
  });

  it('leaves out what a condition hides, and what was once answered to it', async () => {
    const { text } = await read();
    expect(text).not.toContain('Where the cash comes from');
    expect(text).not.toContain('Retail sales in two shops.');
  });

  it('marks what had expired on the day it was made, and says what occasioned each assessment in the words of the screens', async () => {
    const lastDay = await read(sampleReport({ generatedAt: new Date('2027-03-31T23:59:00Z') }));
    expect(lastDay.text).not.toContain('Expired');
    const { text } = await read(sampleReport({ generatedAt: new Date('2027-04-01T00:00:00Z') }));
    expect(text.match(/Expired/g)).toHaveLength(1);
    for (const said of ['The form was sent in', 'The customer was created', 'Some other occasion'])
      expect(text.replaceAll('\n', ' ')).toContain(said);
  });

  it('tells what compliance said of documents, who uploaded them, and what is asked for again', async () => {
    const { text } = await read();
    for (const said of [
      'Accepted',
      '16 Sep 2026, 08:00:00 UTC, by Ingrid Solberg',
      'version 2',
      '3 pages',
      '1600 × 1100 px',
      'The picture is blurred.',
      'Passport of the general manager',
    ]) {
      expect(text).toContain(said);
    }
  });

  it('lists documents with their whole hash on one line, size, upload and expiry', async () => {
    const { text } = await read();
    expect(text).toContain('9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08');
    expect(text).toContain('284.1 kB');
    expect(text).toContain('14 Sep 2026, 08:40:12');
    expect(text).toContain('31 Mar 2027');
  });

  it('lists the assessments, newest first', async () => {
    const { text } = await read();
    const history = text.slice(text.lastIndexOf('Assessment history'));
    expect(history.indexOf('15 Sep 2026, 10:05:12')).toBeGreaterThan(0);
    expect(history.indexOf('14 Sep 2026, 09:00:00')).toBeGreaterThan(
      history.indexOf('15 Sep 2026, 10:05:12'),
    );
    expect(history.indexOf('12 Sep 2026, 07:10:00')).toBeGreaterThan(
      history.indexOf('14 Sep 2026, 09:00:00'),
    );
  });

  it('carries title, author, keywords, date, language, bookmarks, tags and the PDF/A-2a mark', async () => {
    const { info, metadata, outline, marked, tree, raw } = await read();
    expect(info).toMatchObject({
      Title: 'KYC profile report: Al Ansari Grain & Shipping LLC · شركة الأنصاري للحبوب',
      Author: 'Yusuf Rahman',
      Keywords: 'KYC, 01997a3e-5c1b-7d02-9f6e-2f8a41b7c9d3, Legal entity, Compliance review',
      CreationDate: 'D:20261122140311Z',
      Language: 'en',
    });
    expect(metadata.get('dc:title')).toContain('KYC profile report');
    expect(raw).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
    expect(outline.map(({ title }) => title)).toEqual([
      'Risk assessment',
      'Decisions',
      'Answers',
      'Documents',
      'Asked for again',
      'Notes',
      'Assessment history',
    ]);
    expect(outline[2]?.items.map(({ title }) => title)).toEqual([
      'Company',
      'Ownership and control',
      'Business and funds',
    ]);
    expect(marked).toMatchObject({ Marked: true });
    expect(JSON.stringify(tree)).toContain('"role":"TH"');
  });

  it('makes the same bytes of the same input', () => {
    expect(Buffer.compare(renderProfileReport(sampleReport()), renderProfileReport(sampleReport()))).toBe(0);
  });
});

describe('scripts', () => {
  it('gives Chinese and Cyrillic text back as it was written', async () => {
    const { text } = await read();
    for (const said of [
      '王小明',
      '浦东新区世纪大道100号',
      'Дмитрий Щукин',
      'Санкт-Петербург',
      '身份证正面.jpg',
      'Подпись.png',
    ]) {
      expect(text).toContain(said);
    }
  });

  it('gives Arabic words back in logical order, lam-alef too', async () => {
    const said = ['محمد بن راشد الأنصاري', 'علاء سلام', 'الإمارات العربية', 'آلاء الآغا', 'لؤلؤة الله'];
    const { text } = await read(withAnswers(said));
    for (const word of said.flatMap(words)) expect(words(text)).toContain(word);
  });

  it('gives the letters of vowelled Arabic back once each', async () => {
    const { text } = await read(withAnswers(['مُحَمَّدٌ الأَنْصَارِيّ']));
    const letters = (one: string) =>
      [...one].filter((character) => /\p{Script=Arabic}/u.test(character) && !/\p{M}/u.test(character));
    const line = /Question 1(.*?)14 Sep/su.exec(text)?.[1] ?? '';
    expect(letters(line).sort()).toEqual(letters('محمد الأنصاري').sort());
  });

  it('does not let a right-to-left line turn the brackets of the others', async () => {
    const { text } = await read(withAnswers(['شركة (2019)', 'Turnover (USD)']));
    expect(text).toContain('Turnover (USD)');
  });

  it('makes a document of scripts that no font here can draw, tagged, without claiming PDF/A', async () => {
    const { text, raw, marked } = await read(withAnswers(['ไทย 한국어', 'plain']));
    expect(text).toContain('plain');
    expect(marked).toMatchObject({ Marked: true });
    expect(raw).not.toContain('<pdfaid:part>');
  });
});

describe('values are text and never markup', () => {
  it.each([
    '#panic()',
    '$x$',
    '*a*',
    '_b_',
    '@ref',
    '<label>',
    '`raw`',
    '// no',
    '/* no */',
    '= no',
    '\\u{41}',
    '#"a"',
    '\\',
    ']',
  ])('prints %s as it is', async (value) => {
    const { text } = await read(withAnswers([value], { employeeName: value }));
    expect(text.split(value).length).toBeGreaterThan(2);
  });

  it('takes names, labels, file names, explanations and headings as text too', async () => {
    const markup = '#panic() *a* <b>';
    const sample = sampleReport();
    const { text, outline } = await read({
      ...withAnswers(['x'], {
        legalEntityCustomer: { fullName: markup, registrationNumber: markup, tradingName: markup },
      }),
      generatedBy: markup,
      assessments: sample.assessments.map((one) => ({ ...one, trigger: markup, modelId: markup })),
    });
    expect(text.split(markup).length).toBeGreaterThan(6);
    expect(outline).not.toBeNull();
  });

  it('drops control characters, lone surrogates and the controls that turn text round', async () => {
    const { text } = await read(withAnswers(['a\u0000b\u0007c \ud800d invoice\u202Efdp.exe']));
    expect(text).toContain('abc d invoicefdp.exe');
  });
});

describe('size', () => {
  it('holds 200 answers', async () => {
    const { text, pages } = await read(
      withAnswers(Array.from({ length: 200 }, (_, at) => `Answer number ${at + 1}.`)),
    );
    for (let at = 1; at <= 200; at += 1) expect(text).toContain(`Answer number ${at}.`);
    expect(pages.length).toBeGreaterThan(5);
  });

  it('holds an answer of 20,000 characters over several pages, to its last word', async () => {
    const { text, pages } = await read(
      withAnswers([`${'A sentence that goes on. '.repeat(800).slice(0, 19_990)} the end.`, 'next']),
    );
    expect(text).toContain('the end.');
    expect(text).toContain('next');
    expect(pages.length).toBeGreaterThan(4);
  });

  it('breaks a word of 500 characters into lines without adding a character to it', async () => {
    const word = 'abcdefghij'.repeat(50);
    const { text } = await read(withAnswers([word]));
    expect(text.replaceAll('\n', '')).toContain(word);
  });

  it('makes a report of a customer of whom hardly anything is known', async () => {
    const nothing: Profile = {
      form: {},
      submission: {},
      answers: [],
      riskAssessment: {},
      riskAssessmentDetail: {},
      documents: [],
    };
    const { text } = await read({ ...sampleReport(), profile: nothing, assessments: [] });
    for (const said of [
      'Name not given',
      'Not recorded',
      'Not assessed',
      'No document has been uploaded.',
      'No assessment has been made.',
    ]) {
      expect(text).toContain(said);
    }
  });
});
