import * as plans from 'libphonenumber-js';
import { expect, it } from 'vitest';
import { boxesOf, formatted, isKnownNumber, phoneOf, settled } from './phone-text';

it('makes E.164 of a national number and its country', () => {
  expect(phoneOf({ region: 'AE', text: '050 123 4567' }, plans)).toEqual({
    fieldTypeId: 'Phone',
    textValue: '+971501234567',
    typed: '050 123 4567',
    region: 'AE',
  });
});

it('takes the country from a calling code that is typed, with + or 00', () => {
  expect(phoneOf({ region: 'AE', text: '+44 20 7946 0958' }, plans)).toMatchObject({
    textValue: '+442079460958',
    region: 'GB',
  });
  expect(phoneOf({ region: '', text: '0044 20 7946 0958' }, plans)).toMatchObject({ region: 'GB' });
});

it('keeps what is no number yet as it is typed', () => {
  expect(phoneOf({ region: 'AE', text: '05' }, plans)).toMatchObject({ textValue: '05', typed: '05' });
  expect(phoneOf({ region: '', text: '050 123 4567' }, plans)).toMatchObject({ textValue: '050 123 4567' });
  expect(phoneOf({ region: '', text: ' ' }, plans)).toBeUndefined();
});

it('takes a number with its calling code before the plans are there', () => {
  expect(phoneOf({ region: '', text: '+971 (50) 123-4567' }, undefined)?.textValue).toBe('+971501234567');
});

it('splits an answer into country and national number once the plans are there', () => {
  const answer = { fieldTypeId: 'Phone', textValue: '+971501234567' } as const;
  expect(boxesOf(answer, undefined)).toEqual({ region: '', text: '+971501234567' });
  expect(boxesOf(answer, plans)).toEqual({ region: 'AE', text: '050 123 4567' });
  expect(boxesOf(undefined, plans)).toEqual({ region: '', text: '' });
});

it('shows a number as its country writes it, and moves a typed calling code into the country', () => {
  expect(formatted({ region: 'GB', text: '02079460958' }, plans)).toBe('020 7946 0958');
  const typed = phoneOf({ region: '', text: '+442079460958' }, plans);
  expect(settled(typed, plans)).toMatchObject({
    region: 'GB',
    typed: '020 7946 0958',
    textValue: '+442079460958',
  });
});

it('doubts a number of the right length that its country does not use', () => {
  const number = (textValue: string) => ({ fieldTypeId: 'Phone', textValue }) as const;
  expect(isKnownNumber(number('+971501234567'), plans)).toBe(true);
  expect(isKnownNumber(number('+11234567890'), plans)).toBe(false);
  expect(isKnownNumber(number('0501'), plans)).toBeUndefined();
});
