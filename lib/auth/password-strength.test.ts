import { describe, expect, it } from 'vitest';
import auth from '../i18n/messages/en/auth.json';
import { newPassword, PASSWORD_LIMIT } from './password-policy';
import { loadPasswordMeter } from './password-strength';

describe('the strength of a password', () => {
  it.each([
    ['password123456', []],
    ['aaaaaaaaaaaaaa', []],
    ['qwertyuiop1234', []],
    ['Khoury-Nadia-1985', ['Nadia Khoury']],
    ['nadiakhoury2026', ['nadia.khoury@example.com']],
  ])('takes %s for weak, and says why', async (password, known) => {
    const { strong, warning } = (await loadPasswordMeter())(password, known);
    expect(strong).toBe(false);
    expect(Object.keys(auth.password.warnings)).toContain(warning);
  });

  it.each([['seven copper lanterns adrift'], ['Demo-onboarding-2026'], ['九月的风吹过安静的湖面与山']])(
    'takes %s',
    async (password) => {
      expect((await loadPasswordMeter())(password, ['Nadia Khoury']).strong).toBe(true);
    },
  );

  it('lets a known word stand beside what is strong without it', async () => {
    const measure = await loadPasswordMeter();
    expect(measure('nadia likes copper lanterns adrift', ['Nadia Khoury']).strong).toBe(true);
  });
});

describe('the length of a password', () => {
  it('is 12 to 128 characters, counted as people count them', () => {
    expect(newPassword.safeParse('twelve chars').success).toBe(true);
    expect(newPassword.safeParse('eleven char').success).toBe(false);
    expect(newPassword.safeParse('😀'.repeat(11)).success).toBe(false);
    expect(newPassword.safeParse('😀'.repeat(PASSWORD_LIMIT)).success).toBe(true);
    expect(newPassword.safeParse('a'.repeat(PASSWORD_LIMIT + 1)).success).toBe(false);
  });
});
