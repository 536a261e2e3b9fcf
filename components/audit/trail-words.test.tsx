import { describe, expect, it } from 'vitest';
import { FIRM_EVENTS, type TrailChange, type TrailLine } from '@/lib/audit-trail';
import { inEnglish } from '@/lib/i18n/testing';
import { useChangeWords, useTrailWords } from './trail-words';

const line: TrailLine = {
  id: 'event-1',
  at: '2026-11-28T10:00:00.000Z',
  actor: { kind: 'staff', name: 'Ada' },
  type: 'case_settings.changed',
  customer: null,
  facts: { job: 'send-mail', version: 3, purpose: 'reject', words: 'No', outcome: 'refused' },
  changes: [],
};

function Words({ told }: { told: TrailLine }) {
  const { actor, what } = useTrailWords(told);
  return `${actor} ${what}`;
}

function Change({ change }: { change: TrailChange }) {
  return useChangeWords()(change);
}

const wordsOf = (told: Partial<TrailLine>) => inEnglish(<Words told={{ ...line, ...told }} />);

describe('the words of the audit trail', () => {
  it.each(Object.values(FIRM_EVENTS).flat())('%s has some, whoever it names', (type) => {
    for (const user of ['Basma', null]) {
      // Who was at the keyboard is just what is not known of a refusal.
      const actor = type.endsWith('_refused') ? { kind: 'system', name: null } : line.actor;
      const words = wordsOf({ type, actor, facts: { ...line.facts, user } });
      expect(words).toMatch(/^(Ada|The system|The system, after Ada|Somebody) \w{3,}/);
      expect(words).not.toContain(type);
      expect(words).not.toMatch(/[{}]|undefined|NaN|audit\.|none/);
    }
  });

  it('say who tried to sign in as whom, and not that it was that user', () => {
    const refused = (cause: string, user: string | null) =>
      wordsOf({
        type: 'staff.sign_in_refused',
        actor: { kind: 'system', name: null },
        facts: { cause, user },
      });
    expect(refused('password', 'Basma')).toBe('Somebody tried to sign in as Basma with a wrong password');
    expect(refused('disabled', 'Basma')).toBe('Somebody tried to sign in as Basma, who is disabled');
    expect(refused('locked', 'Basma')).toBe(
      'Somebody tried to sign in as Basma while sign-in was locked after too many tries',
    );
    expect(refused('unknown', null)).toBe('Somebody tried to sign in with an address that is no user’s');
  });

  it('name by its type what a later version of the product put on record', () => {
    expect(wordsOf({ type: 'moon.landed' as TrailLine['type'] })).toBe('Ada moon.landed');
  });

  it('say of a change what it was and what it became', () => {
    const change = (field: string, from: TrailChange['from'], to: TrailChange['to']) =>
      inEnglish(<Change change={{ field, from, to }} />);
    expect(change('reviewMonths.High', 12, 6)).toBe('Months between reviews at high risk: from 12 to 6');
    expect(change('role', 'admin', 'compliance_officer')).toBe('Role: from Admin to Compliance officer');
    expect(change('employee', null, 'Zoe')).toBe('Employee: from none to Zoe');
    expect(change('newSetting', 1, 2)).toBe('newSetting: from 1 to 2');
  });
});
