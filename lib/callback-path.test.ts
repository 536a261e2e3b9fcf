import { expect, it } from 'vitest';
import { safeCallbackPath } from './callback-path';

it.each([
  '/',
  '/customers',
  '/customers?state=New&q=a%20b',
  '/customers/ffIn3438-63d4-443a-a4af-2336f58d1112',
])('returns to %s after signing in', (path) => expect(safeCallbackPath(path)).toBe(path));

it.each([
  '',
  'customers',
  '//evil.example',
  '/\\evil.example',
  '\\/evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  '/..//evil.example',
  `/${'a'.repeat(3000)}`,
])('never returns to %j', (path) => expect(safeCallbackPath(path)).toBeUndefined());
