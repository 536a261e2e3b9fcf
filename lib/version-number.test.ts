import { expect, test } from 'vitest';
import { versionNumber } from './version-number';

test('only what can be the number of a version is one', () => {
  const texts = ['1', '999999999', '', '0', '01', '-1', '1.5', '1e3', ' 1', '4294967296', 'one'];
  expect(texts.map(versionNumber)).toEqual([1, 999_999_999, ...texts.slice(2).map(() => undefined)]);
});
