import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../canonical-json';
import type { Profile, ProfileAnswer } from './contract/profiles';
import { type ProfileChange, profileChanges } from './profile-diff';

const NAMES = ['Nationality', 'HomeAddress', 'MobileNumber', 'SourceOfFunds', 'Remarks'];

type Answers = Record<string, string>;
type Documents = Record<string, string>;

function aProfile({
  answers = {} as Answers,
  documents = {} as Documents,
  level = 'Low',
  state = 'Approved',
  factors = [] as object[],
}): Profile {
  return {
    form: {},
    submission: { kycState: state },
    answers: Object.entries(answers).map(([name, textValue], at) => ({
      id: `answer-${at}`,
      fieldID: name,
      fieldTypeId: 'Text',
      field: { id: name, name, label: name, fieldTypeId: 'Text' },
      textValue,
    })),
    riskAssessment: { riskLevelId: level },
    riskAssessmentDetail: { factors },
    documents: Object.entries(documents).map(([documentTypeId, sha]) => ({
      id: `${documentTypeId}-${sha}`,
      documentTypeId,
      shA256Hash: sha,
      version: 1,
    })),
  } as Profile;
}

const text = fc.oneof(fc.constantFrom('Dubai', ' dubai ', 'DUBAI', 'Sharjah'), fc.string({ maxLength: 6 }));
const profiles = fc
  .record({
    answers: fc.dictionary(fc.constantFrom(...NAMES), text),
    documents: fc.dictionary(
      fc.constantFrom('Passport', 'Other', 'ProofofAddress'),
      fc.constantFrom('a', 'b'),
    ),
    level: fc.constantFrom('Low', 'Medium', 'High'),
    state: fc.constantFrom('Approved', 'ComplianceReview'),
  })
  .map(aProfile);

describe('what is another between two profiles', () => {
  test('is nothing between a profile and itself', () => {
    fc.assert(
      fc.property(profiles, (a) => {
        expect(profileChanges(a, a)).toEqual([]);
      }),
    );
  });

  test('is the same the other way round, with before and after swapped', () => {
    fc.assert(
      fc.property(profiles, profiles, (a, b) => {
        const turned = profileChanges(b, a).map(turn);
        expect(sorted(turned)).toEqual(sorted(profileChanges(a, b)));
      }),
    );
  });

  test('makes the second of the first', () => {
    fc.assert(
      fc.property(profiles, profiles, (a, b) => {
        expect(profileChanges(applied(a, profileChanges(a, b)), b)).toEqual([]);
      }),
    );
  });

  test('names what a field counts for, and is cosmetic where it counts for nothing or says the same', () => {
    const marks = (before: string, after: string, name: string) =>
      profileChanges(aProfile({ answers: { [name]: before } }), aProfile({ answers: { [name]: after } })).map(
        ({ mark, subject }) => [mark, subject],
      );
    expect(marks('AE', 'IR', 'Nationality')).toEqual([['material', 'identity']]);
    expect(marks('Dubai', ' DUBAI', 'HomeAddress')).toEqual([['cosmetic', 'address']]);
    expect(marks('+1', '+2', 'MobileNumber')).toEqual([['cosmetic', null]]);
    expect(marks('a', 'b', 'SomethingOfOurOwn')).toEqual([['material', 'other']]);
  });

  test('moves the risk where a factor that looks at it is another one', () => {
    const factor = (score: number, more: object) => [
      { id: 'geography', category: 'Geography', score, ...more },
    ];
    const changed = (more: object) =>
      profileChanges(
        aProfile({ answers: { Nationality: 'AE', SourceOfFunds: 'a' }, factors: factor(15, more) }),
        aProfile({ answers: { Nationality: 'IR', SourceOfFunds: 'b' }, factors: factor(100, more) }),
      ).map(({ key, mark }) => [key, mark]);
    const expected = [
      ['Nationality', 'riskMoving'],
      ['SourceOfFunds', 'material'],
    ];
    expect(changed({})).toEqual(expected);
    expect(changed({ sources: [{ fieldId: 'Nationality', label: 'Nationality' }] })).toEqual(expected);
  });

  test('is cosmetic where the same file was handed in again, and moves the risk with the level', () => {
    const again = (id: string): Profile => {
      const profile = aProfile({ documents: { Passport: 'same' }, level: id === 'a' ? 'Low' : 'High' });
      return { ...profile, documents: profile.documents.map((document) => ({ ...document, id })) };
    };
    expect(profileChanges(again('a'), again('b'))).toMatchObject([
      { kind: 'document', key: 'Passport', how: 'changed', mark: 'cosmetic' },
      { kind: 'level', before: 'Low', after: 'High', mark: 'riskMoving' },
    ]);
  });
});

const HOW = { added: 'removed', removed: 'added', changed: 'changed' } as const;

function turn(change: ProfileChange): ProfileChange {
  const { before, after, how } = change;
  return { ...change, before: after, after: before, how: HOW[how] } as ProfileChange;
}

function sorted(changes: ProfileChange[]): string[] {
  return changes.map((change) => canonicalJson(change)).sort();
}

function applied(profile: Profile, changes: ProfileChange[]): Profile {
  const made = structuredClone(profile);
  for (const { kind, key, after } of changes) {
    if (kind === 'answer') {
      made.answers = made.answers.filter(({ fieldID }) => fieldID !== key);
      if (after) made.answers.push(after as ProfileAnswer);
    } else if (kind === 'document') {
      made.documents = made.documents.filter(({ documentTypeId }) => documentTypeId !== key);
      if (after) made.documents.push(after as Profile['documents'][number]);
    } else if (kind === 'level') made.riskAssessment.riskLevelId = (after as string | null) ?? undefined;
    else made.submission.kycState = (after as string | null) ?? undefined;
  }
  return made;
}
