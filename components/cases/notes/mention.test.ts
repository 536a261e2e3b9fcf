import { expect, it } from 'vitest';
import { mentionAt, mentionableFor, mentioned, namedIn, peopleFor } from './mention';

const INGRID = { id: '1', name: 'Ingrid Solberg' };
const TOMAS = { id: '2', name: 'Tomás Ferreira' };
const LAYLA = { id: '3', name: 'ليلى حداد' };
const PEOPLE = [INGRID, TOMAS, LAYLA];

it.each([
  ['@', 1, ''],
  ['see @tom', 8, 'tom'],
  ['see @Tomás Fe', 13, 'Tomás Fe'],
  ['@ليل', 4, 'ليل'],
])('a mention is typed in %j', (text, caret, words) => {
  expect(mentionAt(text, caret)?.words).toBe(words);
});

it.each(['', 'a@example.com', 'see @Tomás Ferreira about', 'nobody'])('none is typed in %j', (text) => {
  expect(mentionAt(text, text.length)).toBeUndefined();
});

it('finds people by the beginning of any of their names, whatever the accents', () => {
  expect(peopleFor('', PEOPLE)).toEqual(PEOPLE);
  expect(peopleFor('tomas', PEOPLE)).toEqual([TOMAS]);
  expect(peopleFor('sol', PEOPLE)).toEqual([INGRID]);
  expect(peopleFor('حد', PEOPLE)).toEqual([LAYLA]);
  expect(peopleFor('berg', PEOPLE)).toEqual([]);
});

it('writes the name out where it was begun, and names whoever stands in the text', () => {
  const text = 'Ask @tom about it';
  const typing = mentionAt(text, 8);
  expect(typing && mentioned(text, typing, TOMAS.name)).toEqual({
    text: 'Ask @Tomás Ferreira  about it',
    caret: 20,
  });
  expect(namedIn('Ask @Tomás Ferreira about it', PEOPLE)).toEqual([TOMAS]);
  expect(namedIn('Ask Tomás Ferreira about it', PEOPLE)).toEqual([]);
});

it('a note for compliance can name only who reads those', () => {
  const officer = { ...INGRID, readsCompliance: true };
  const manager = { ...TOMAS, readsCompliance: false };
  expect(mentionableFor('compliance', [officer, manager])).toEqual([officer]);
  expect(mentionableFor('everyone', [officer, manager])).toEqual([officer, manager]);
});
