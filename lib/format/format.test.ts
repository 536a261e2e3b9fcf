import { describe, expect, it } from 'vitest';
import { formatCalendarDay, formatDate, formatDateTime, formatExact, formatRelative } from './dates';
import { maskEmail, maskPhone } from './mask';
import { formatNumber, formatSize } from './numbers';

const instant = new Date('2026-11-22T21:05:09Z');
const dubai = { locale: 'en', timeZone: 'Asia/Dubai' };

describe('dates', () => {
  it('are written day first in the zone of the reader', () => {
    expect(formatDate(instant, { locale: 'en', timeZone: 'UTC' })).toBe('22 Nov 2026');
    expect(formatDate(instant, dubai)).toBe('23 Nov 2026');
    expect(formatDateTime(instant, dubai)).toBe('23 Nov 2026, 01:05');
  });

  it('name their offset and zone where they are exact', () => {
    expect(formatExact(instant, dubai)).toContain('01:05:09 GMT+04:00 (Asia/Dubai)');
  });

  it('keep a calendar day the same in every zone, and show an unreadable one as it was given', () => {
    expect(formatCalendarDay('1987-04-05', 'en')).toBe('5 Apr 1987');
    expect(formatCalendarDay('5 April', 'en')).toBe('5 April');
    expect(formatCalendarDay('2026-13-40', 'en')).toBe('2026-13-40');
  });

  it('count in the largest whole unit', () => {
    const now = new Date('2026-11-24T22:00:00Z');
    expect(formatRelative(instant, now, 'en')).toBe('2 days ago');
    expect(formatRelative(now, instant, 'en')).toBe('in 2 days');
    expect(formatRelative(now, now, 'en')).toBe('this minute');
  });
});

describe('numbers', () => {
  it('are grouped', () => expect(formatNumber(1234567, 'en')).toBe('1,234,567'));

  it.each([
    [0, '0 byte'],
    [512, '512 byte'],
    [82_400, '82 kB'],
    [1_440_000, '1.4 MB'],
    [25_000_000_000, '25 GB'],
  ])('say %i bytes as %s', (bytes, text) => expect(formatSize(bytes, 'en')).toBe(text));
});

describe('masking', () => {
  it.each([
    ['jane@yopmail.com', 'j•••e@yopmail.com'],
    ['al@bank.example', 'a•••@bank.example'],
    ['x@bank.example', 'x•••@bank.example'],
    ['not an address', '•••'],
    ['@nobody', '•••'],
  ])('shows %s as %s', (email, masked) => expect(maskEmail(email)).toBe(masked));

  it('shows the last four digits of a phone number, and none of a short one', () => {
    expect(maskPhone('+971 50 123 4567')).toBe('•••• 4567');
    expect(maskPhone('4567')).toBe('••••');
  });
});
