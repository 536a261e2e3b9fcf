import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JSON_DEPTH, jsonTextFault } from './json-text';

test('what JSON.stringify writes is sound, unless it nests too deeply', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      expect(jsonTextFault(JSON.stringify(value))).toBeUndefined();
      expect(jsonTextFault(JSON.stringify(value, null, 2))).toBeUndefined();
    }),
  );
});

test('a member that is named twice is found, however it is spelled', () => {
  expect(jsonTextFault('{"a":1,"b":{"a":2},"a":3}')).toBe('names a member twice');
  expect(jsonTextFault('{"a":1, "\\u0061" :3}')).toBe('names a member twice');
  expect(jsonTextFault('[{"a":1},{"a":"a"}]')).toBeUndefined();
  expect(jsonTextFault('{"a":["a","a"],"b":"\\"a\\":"}')).toBeUndefined();
});

test('nesting beyond the limit is found before anything is parsed', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  expect(jsonTextFault(nested(JSON_DEPTH))).toBeUndefined();
  expect(jsonTextFault(nested(JSON_DEPTH + 1))).toBe('is nested too deeply');
  expect(jsonTextFault('{"a":'.repeat(500_000))).toBe('is nested too deeply');
});

test('a text that is no JSON ends the look at it all the same', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void jsonTextFault(text)));
  for (const text of ['"', '"\\', '{"a', '{"a"', '}}}', '{"\\u00":1,"\\u00":2}']) jsonTextFault(text);
});
