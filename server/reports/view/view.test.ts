import { describe, expect, it } from 'vitest';
import { sampleReport } from '../testing';
import { answer } from '../testing-answers';
import { field } from '../testing-form';
import { reportView } from './view';

type Sample = NonNullable<Parameters<typeof sampleReport>[0]>;
const view = (profile: Sample['profile']) => reportView(sampleReport(profile ? { profile } : {}));

describe('the view of a report', () => {
  it('leaves out no answer: what the form does not ask follows by its own page and section, or as other answers', () => {
    const { pages } = view({
      form: { name: 'Form', pages: [] },
      answers: [
        {
          ...answer('old', 'Text', { textValue: 'kept' }),
          field: { label: 'Old question', pageName: 'Old page', sectionName: 'Old' },
        },
        answer('stray', 'Text', { textValue: 'stray' }),
      ],
    });
    expect(
      pages.map(({ name, sections }) => [name, sections.map((one) => one.answers.map(({ value }) => value))]),
    ).toEqual([
      ['Old page', [[{ kind: 'text', paragraphs: ['kept'], mono: false }]]],
      ['Other answers', [[{ kind: 'text', paragraphs: ['stray'], mono: false }]]],
    ]);
  });

  it('reads what a remote server sends beside the contract: unknown types, states and options are shown as sent', () => {
    const fields = [
      field('odd', 'Odd', 'Slider'),
      field('radio', 'Radio', 'SingleOptionRadio', { order: 1 }),
    ];
    const section = { id: 's', name: 'Section', order: 0, fields };
    const { pages, state } = view({
      form: { name: 'Form', pages: [{ id: 'p', name: 'Page', order: 0, sections: [section] }] },
      answers: [
        answer('odd', 'Slider', { numberValue: 7.5 }),
        answer('radio', 'SingleOptionRadio', { optionId: 'gone' }),
      ],
      submission: { kycState: 'sent_back' },
    });
    expect(pages[0]?.sections[0]?.answers.map(({ value }) => value)).toEqual([
      { kind: 'text', paragraphs: ['7.5'], mono: false },
      { kind: 'text', paragraphs: ['gone'], mono: false },
    ]);
    expect(state).toEqual({ word: 'Sent back', tone: 'neutral' });
  });

  it('tells "none of the options" from no answer', () => {
    const fields = ['none', 'blank'].map((id, order) =>
      field(id, id, 'MultiOptionsCheckBox', { order, isRequired: false }),
    );
    const section = { id: 's', name: 'Section', order: 0, fields };
    const { pages, facts } = view({
      form: { name: 'Form', pages: [{ id: 'p', name: 'Page', order: 0, sections: [section] }] },
      answers: [answer('none', 'MultiOptionsCheckBox', { optionIds: [] })],
    });
    expect(pages[0]?.sections[0]?.answers.map(({ value }) => value)).toEqual([
      { kind: 'text', paragraphs: ['None of the options'], mono: false },
      null,
    ]);
    expect(facts).toContainEqual({ label: 'Answers', value: '1 of 2' });
  });

  it('counts the required questions without an answer', () => {
    expect(view(undefined).facts).toContainEqual({ label: 'Required, not answered', value: '2' });
  });

  it('draws the longest bar for the largest contribution and tells what lowers the score', () => {
    const factor = (name: string, contribution: number) => ({ name, contribution, score: 1, weight: 1 });
    const { risk } = view({
      riskAssessmentDetail: { factors: [factor('a', -5), factor('b', 20), factor('c', 10)] },
    });
    expect(risk.factors.map(({ name, share, lowers, points }) => [name, share, lowers, points])).toEqual([
      ['b', 1, false, '20'],
      ['c', 0.5, false, '10'],
      ['a', 0.25, true, '\u22125'],
    ]);
    expect(risk.total).toBe('25');
  });
});
