import { expect, test } from 'vitest';
import { sameAnswer } from './same-answer';

test.each([
  [{ textValue: 'Anna  Meyer ' }, { textValue: 'anna meyer' }],
  [{ textValue: 'ﬁne' }, { textValue: 'fine' }],
  [{ textValue: '+971 50 123 4567' }, { textValue: '+971501234567' }],
  [{ optionIds: ['a', 'b'] }, { optionIds: ['b', 'a'] }],
  [
    { people: [{ fullName: 'A', roleIds: ['x', 'y'] }, { fullName: 'B' }] },
    { people: [{ fullName: 'b' }, { fullName: 'A ', roleIds: ['y', 'x'] }] },
  ],
  [{ city: 'Dubai', correspondenceCity: '' }, { city: 'Dubai' }],
  [null, null],
])('%j and %j say the same', (a, b) => {
  expect(sameAnswer(a, b)).toBe(true);
});

test.each([
  [{ textValue: 'Anna' }, { textValue: 'Anne' }],
  [{ numberValue: 1 }, { numberValue: 10 }],
  [{ optionIds: ['a'] }, { optionIds: ['a', 'a'] }],
  [{ textValue: '2026-01-02' }, { textValue: '20260102' }],
  [{ textValue: 'x' }, null],
])('%j and %j do not', (a, b) => {
  expect(sameAnswer(a, b)).toBe(false);
});
