import { describe, expect, it } from 'vitest';
import { reviewSentence } from '@/lib/kyc/review-sentence';
import { renderProfileReport } from './profile-report';
import { sampleReport } from './testing';
import { complianceCase, FOR_COMPLIANCE, managerCase, systemCase } from './testing-casework';
import { textOf } from './text-of';

const textFor = (more?: Parameters<typeof sampleReport>[0]) =>
  textOf(renderProfileReport(sampleReport(more)));
const between = (text: string, from: string, to: string) =>
  text.slice(text.lastIndexOf(from), text.lastIndexOf(to));

describe('the copy for compliance', () => {
  it('says of each factor its rule, the answers that it looked at and whether they were there', async () => {
    const text = (await textFor()).replace(/\s+/gu, ' ');
    for (const said of [
      'Rule pep-in-structure · from the answer to: Directors, beneficial owners and signatories',
      'Rule country-attention · from the answer to: Country of incorporation, Registered office',
      '100 × 0.25',
      'Not known yet Channel (',
    ]) {
      expect(text).toContain(said);
    }
    for (const word of ['التقى', 'به']) expect(text).toContain(word);
    expect(text.match(/Not known(?! yet)/g)).toHaveLength(1);
  });

  it('tells of a set level who proposed and approved it, why, and until when it holds', async () => {
    const text = await textFor();
    const told = text.slice(text.indexOf('Overridden'), text.indexOf('Factors and their'));
    for (const said of ['Omar Farouk', 'Ingrid Solberg', '15 Sep 2026, 11:30:00 UTC', '31 Mar 2027']) {
      expect(told).toContain(said);
    }
    expect(told).toContain('A signatory is politically exposed');
  });

  it('says when the customer is looked at again, and why then', async () => {
    const text = (await textFor()).replace(/\s+/gu, ' ');
    expect(text).toContain('Next review 31 Mar 2027');
    const { review } = sampleReport();
    if (review) expect(text).toContain(reviewSentence(review));
  });

  it('lists what was decided, by whom, looked at by whom, when, why and of which version; what is open first', async () => {
    const text = await textFor();
    const told = between(text, 'Version seen', 'Legal name, as registered');
    const order = ['Waits for a second person', 'Escalate', 'Risk level set to High until', 'Declined'];
    expect(order.map((one) => told.indexOf(one)).sort((a, b) => a - b)).toEqual(
      order.map((one) => told.indexOf(one)),
    );
    for (const said of [
      'Not yet',
      'One person is enough',
      '16 Sep 2026, 09:15:00',
      'The adverse article of 2019 is about a namesake.',
      'The ownership cannot be verified.',
      'ask there first.',
      '15 Sep 2026, 11:05:00',
    ]) {
      expect(told).toContain(said);
    }
    for (const word of ['وزارة', 'النقل', 'الملف']) expect(told).toContain(word);
  });

  it('says of a level that ended that it did, and why', async () => {
    const levelEnd = { at: '2026-09-16T10:00:00Z', because: 'evidence' } as const;
    const decisions = complianceCase.decisions.map((one) =>
      one.kind === 'changeLevel' ? { ...one, levelEnd } : one,
    );
    const text = await textFor({ casework: { ...complianceCase, decisions } });
    expect(text).toContain('No longer in effect');
    expect(text).toContain('16 Sep 2026, 10:00:00 UTC: what it rested on changed');
  });

  it('holds every note, names whom it names, and says on each page whom it is for', async () => {
    const text = await textFor();
    for (const said of FOR_COMPLIANCE) expect(text).toContain(said);
    expect(text).toContain('The general manager prefers to be called');
    expect(text).toContain('Names Ingrid Solberg');
    expect(text).toContain('COMPLIANCE COPY');
    expect(text.match(/for compliance only, holds reasons and notes/g)).toHaveLength(
      text.match(/Page \d of/g)?.length ?? 0,
    );
  });

  it('says that nothing was decided or noted', async () => {
    const text = await textFor({ casework: { ...complianceCase, decisions: [], notes: [] } });
    expect(text).toContain('Nothing has been decided yet.');
    expect(text).toContain('No note has been written.');
  });
});

describe('the copies for others', () => {
  it('tells a relationship manager what came of it and when, and no word of why or by whom', async () => {
    const text = await textFor({ casework: managerCase });
    for (const said of ['Approved', '1 Sep 2026, 09:00:00 UTC', 'Risk level set to High', 'Holds until']) {
      expect(text).toContain(said);
    }
    for (const said of FOR_COMPLIANCE) expect(text).not.toContain(said);
    expect(text).not.toContain('A signatory is politically exposed');
    expect(text).not.toContain('COMPLIANCE COPY');
  });

  it('tells a relationship manager that a level ended, and no word of why', async () => {
    const at = '2026-09-15T11:30:00Z';
    const level = {
      id: 'one',
      kind: 'changeLevel',
      riskLevel: 'Low',
      at,
      endedAt: '2026-09-16T10:00:00Z',
    } as const;
    const text = await textFor({ casework: { audience: 'manager', decisions: [level], notes: [] } });
    expect(text).toContain('Risk level set to Low, ended 16 Sep 2026, 10:00:00 UTC');
    expect(text).not.toContain('rested on');
  });

  it('gives a relationship manager the notes for everyone alone, also where all of them are handed over', async () => {
    const text = await textFor({ casework: managerCase });
    expect(text).toContain('The general manager prefers to be called');
    expect(text).not.toContain('Compliance only');
  });

  it('gives an outside system the outcomes and the override of the contract, and no note', async () => {
    const text = await textFor({ casework: systemCase, review: null });
    expect(text).toContain('Risk level set to High');
    expect(text).toContain('A signatory is politically exposed');
    expect(text).not.toContain('prefers to be called');
    expect(text).not.toContain('Why on that day');
    for (const said of FOR_COMPLIANCE.filter((one) => one !== 'Omar Farouk'))
      expect(text).not.toContain(said);
  });
});

it('takes reasons and notes as text, never as markup', async () => {
  const markup = '#panic() *a* <b> $x$';
  const { decisions, notes } = complianceCase;
  const text = await textFor({
    casework: {
      audience: 'compliance',
      decisions: decisions.map((one) => ({ ...one, reason: markup, note: markup, checkerNote: markup })),
      notes: notes.map((one) => ({ ...one, body: markup })),
    },
  });
  expect(text.split(markup)).toHaveLength(3 * decisions.length + notes.length + 1);
});

it('holds a note of the greatest length, to its last word', async () => {
  const [note] = complianceCase.notes;
  const body = `${'A sentence that goes on. '.repeat(160).slice(0, 3990)} the end.`;
  const casework = { audience: 'compliance' as const, decisions: [], notes: note ? [{ ...note, body }] : [] };
  expect(await textFor({ casework })).toContain('the end.');
});
