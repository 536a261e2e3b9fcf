import { expect, it } from 'vitest';
import { matchingOptions, optionNamed } from './combobox-options';

const options = ['Rana Khalil', 'محمد العتيبي', 'Jürgen Groß'].map((label, at) => ({
  value: `${at}`,
  label,
  hint: `Desk ${at}`,
}));
const found = (typed: string) => matchingOptions(options, typed).map((option) => option.value);

it('shows all options before anything is typed', () => expect(found('')).toEqual(['0', '1', '2']));

it('finds parts of words in any order, whatever accents and case, in every script', () => {
  expect(found('gro jurg')).toEqual(['2']);
  expect(found('العت')).toEqual(['1']);
  expect(found('desk 0')).toEqual(['0']);
  expect(found('nobody')).toEqual([]);
});

it('never lists more than three hundred', () => {
  const many = Array.from({ length: 500 }, (_, at) => ({ value: `${at}`, label: `Person ${at}` }));
  expect(matchingOptions(many, 'person')).toHaveLength(300);
});

const countries = ['Oman', 'Romania', 'Åland Islands'].map((label) => ({ value: label, label }));

it('lists first what begins with the typed words', () => {
  const options = [...countries].reverse();
  expect(matchingOptions(options, 'oman').map(({ label }) => label)).toEqual(['Oman', 'Romania']);
});

it('takes a text that names exactly one option, and none that is a part of one or names two', () => {
  expect(optionNamed(countries, ' aland islands ')?.label).toBe('Åland Islands');
  expect(optionNamed(countries, 'aland')).toBeUndefined();
  expect(optionNamed([...countries, ...countries], 'oman')).toBeUndefined();
});
