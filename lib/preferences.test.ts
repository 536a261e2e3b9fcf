import { expect, it } from 'vitest';
import { parseTheme, parseZone, preferenceCookie } from './preferences';

it('takes a theme only from the closed list', () => {
  expect(parseTheme('dark')).toBe('dark');
  expect(parseTheme('"><script>')).toBe('system');
  expect(parseTheme(undefined)).toBe('system');
});

it('takes a zone only if the runtime knows it', () => {
  expect(parseZone('Asia/Dubai')).toBe('Asia/Dubai');
  expect(parseZone('Mars/Olympus')).toBe('UTC');
  expect(parseZone(undefined)).toBe('UTC');
});

it('writes cookies for a year, ends them when emptied, and encodes what they hold', () => {
  expect(preferenceCookie('zone', 'Asia/Dubai', true)).toBe(
    'zone=Asia%2FDubai; Path=/; Max-Age=31536000; SameSite=Lax; Secure',
  );
  expect(preferenceCookie('theme', '', false)).toBe('theme=; Path=/; Max-Age=0; SameSite=Lax');
});
