import { describe, expect, it } from 'vitest';
import { inEnglish } from '@/lib/i18n/testing';
import { ACTIVITY_TYPES, type ActivityLine, type ActivityType } from '@/lib/kyc/activity';
import { useEventWords } from './event-words';

const line: ActivityLine = {
  id: 'event-1',
  at: '2026-11-28T10:00:00.000Z',
  actor: { kind: 'staff', name: 'Ada' },
  type: 'profile.viewed',
  facts: {},
};

function Words({ told }: { told: ActivityLine }) {
  const { actor, what } = useEventWords(told);
  return `${actor} ${what}`;
}

const wordsOf = (told: Partial<ActivityLine>) => inEnglish(<Words told={{ ...line, ...told }} />);

/** The facts that no reader goes without. */
const ALWAYS_TOLD: Partial<Record<ActivityType, ActivityLine['facts']>> = {
  'submission.state_changed': { from: 'New', to: 'Onboarding' },
};

describe('the words of an activity', () => {
  it.each(ACTIVITY_TYPES)('%s has some, also for a reader who is told no facts of it', (type) => {
    const words = wordsOf({ type, facts: ALWAYS_TOLD[type] ?? {} });
    expect(words).toMatch(/^(Ada|The system|Somebody) \w{3,}/);
    expect(words).not.toContain(type);
    expect(words).not.toMatch(/[{}]|undefined|NaN|activity\./);
  });

  it('say of a refused sign-in why, and not that the customer was there', () => {
    const actor = { kind: 'system', name: null };
    const refused = (cause: string) => wordsOf({ type: 'customer.sign_in_refused', actor, facts: { cause } });
    expect(refused('password')).toBe('Somebody tried to sign in to the portal with a wrong password');
    expect(refused('locked')).toBe(
      'Somebody tried to sign in to the portal while it was locked after too many tries',
    );
    expect(refused('notSet')).toBe('Somebody tried to sign in to the portal before a password was set');
  });
});
