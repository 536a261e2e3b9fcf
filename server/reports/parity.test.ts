import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { date } from '@/lib/kyc/profile-view/text';
import type { AnswerView, PersonView } from '@/lib/kyc/profile-view/types';
import { profilePage } from '../casework/profile-page';
import { renderProfileReport } from './profile-report';
import { sampleReport } from './testing';

/** What the profile page shows of the sample's customer: answers, documents and what is asked for again. */
function onScreen() {
  const { profile, nameSource, reviews, requests } = sampleReport();
  const customer: Parameters<typeof profilePage>[0] = {
    submissionId: profile.submission.id ?? '',
    userType: 'LegalCustomer',
    displayName: '',
    tradingName: null,
    registrationNumber: null,
    employeeId: '',
    employeeName: '',
    formId: '',
    formName: '',
    kycState: 'ComplianceReview',
    onboardingProgress: 0,
    email: '',
    riskLevelId: null,
    riskScore: null,
    version: 1,
    createdAt: new Date('2026-09-12T07:10:00Z'),
    updatedAt: new Date('2026-09-15T10:05:12Z'),
  };
  const read = { profile, readAt: new Date('2026-11-22T14:00:00Z'), stale: false };
  return profilePage(
    customer,
    read,
    null,
    { nameSource, reviews, review: null, requests: () => [...requests] },
    true,
  );
}

const person = ({ name, roles, ownership, holdings, nationality, born, pep }: PersonView) =>
  [name, roles, ownership, ...(holdings ?? []), nationality, born, pep].filter((one) => one !== null);

function worded({ label, value, by, answeredAt }: AnswerView): string[] {
  const source = [by, answeredAt && date(answeredAt)].filter((one) => one !== null);
  switch (value?.kind) {
    case 'text':
      return [label, ...value.paragraphs, ...source];
    case 'list':
      return [label, ...value.items, ...source];
    case 'parts':
      return [label, ...value.parts.flatMap((part) => [part.label ?? '', ...part.lines]), ...source];
    case 'people':
      return [label, ...value.people.flatMap(person), value.unaccounted ?? '', ...source];
    default:
      return [label];
  }
}

/** Its letters in any order of words: a reader of PDF gives a right-to-left line's words from the last to the first. */
const spaceless = (text: string) => text.replace(/\s+/gu, '');
function isIn(text: string, said: string): boolean {
  const isRightToLeft = /\p{Script=Arabic}/u.test(said);
  const parts = isRightToLeft ? (said.match(/[\p{L}\p{M}]+/gu) ?? []) : [said];
  return parts.every((part) => text.includes(spaceless(part)));
}

test('the report shows every answer, document and request that the screen shows, in the same words', async () => {
  const source = getDocument({ data: renderProfileReport(sampleReport()).slice(), verbosity: 0 });
  const pdf = await source.promise;
  let text = '';
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    text += spaceless(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  await source.destroy();
  const { pages, documents, requests } = onScreen();
  const answers = pages.flatMap(({ sections }) => sections.flatMap((section) => section.answers));
  const said = [
    ...pages.flatMap(({ name, sections }) => [name, ...sections.map((section) => section.name)]),
    ...answers.flatMap(worded),
    ...documents.flatMap(({ fileName, description, sha256, version, expiryDate, uploadedBy, review }) => [
      fileName,
      description ?? '',
      sha256 ?? '',
      `version ${version}`,
      expiryDate ? date(expiryDate) : '',
      uploadedBy?.name ?? '',
      review?.by ?? '',
    ]),
    ...requests.flatMap(({ question, words, requestedBy }) => [question ?? '', words, requestedBy ?? '']),
  ].filter(Boolean);
  expect(said.length).toBeGreaterThan(100);
  expect(said.filter((one) => !isIn(text, one))).toEqual([]);
  expect(answers.map(({ label }) => label)).not.toContain('Where the cash comes from');
});
