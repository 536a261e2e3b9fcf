import { expect, it } from 'vitest';
import { RISK_LEVELS } from './contract/lists';
import {
  type DecisionStanding,
  decisionRights,
  levelNeedsSecond,
  needsSecondPerson,
  stakeOf,
} from './four-eyes';

const standing: DecisionStanding = {
  kycState: 'ComplianceReview',
  level: 'Medium',
  calculatedLevel: 'Medium',
  levelUntil: null,
  isPep: false,
  openRequests: 0,
  isEscalated: false,
  proposal: null,
};
const officer = { id: 'ingrid', mayMake: true, mayCheck: true };

it('a second person is needed for high risk, exposure and every lowered level', () => {
  const of = (more: Partial<DecisionStanding>) => stakeOf({ ...standing, ...more }, 'approve');
  expect(needsSecondPerson(of({}))).toBe(false);
  expect(needsSecondPerson(of({ level: 'High' }))).toBe(true);
  expect(needsSecondPerson(of({ isPep: true, level: 'Low' }))).toBe(true);
  expect(needsSecondPerson(stakeOf({ ...standing, level: 'High' }, 'escalate'))).toBe(false);
});

it('a level below what the model found needs one too, though it is above what a person had set', () => {
  const lowered = { ...standing, level: 'Low', calculatedLevel: 'High' } as const;
  const rights = decisionRights(lowered, officer);
  const second = { Low: true, Medium: true, High: false };
  expect(rights.changeLevel).toEqual({ allowed: true, second, raisedUntil: null });
});

it('one person lowers the level on no day to come, below what holds then or what the model found', () => {
  const days = ['2027-01-01', '2027-01-02', '2027-01-03'] as const;
  const rank = (level: (typeof RISK_LEVELS)[number]) => RISK_LEVELS.indexOf(level);
  for (const calculatedLevel of RISK_LEVELS) {
    for (const level of RISK_LEVELS) {
      for (const levelUntil of level === calculatedLevel ? [null, ...days] : days) {
        for (const newLevel of RISK_LEVELS) {
          for (const validUntil of days) {
            const { changeLevel } = decisionRights(
              { ...standing, calculatedLevel, level, levelUntil },
              officer,
            );
            if (!changeLevel.allowed) throw new Error('an officer may set levels');
            const isLowered = [...days, '2027-01-04'].some((day) => {
              const before = levelUntil !== null && day <= levelUntil ? level : calculatedLevel;
              const after = day <= validUntil ? newLevel : calculatedLevel;
              return rank(after) < Math.max(rank(before), rank(calculatedLevel));
            });
            const told = { calculatedLevel, level, levelUntil, newLevel, validUntil };
            const second = levelNeedsSecond(changeLevel, newLevel, validUntil);
            expect({ ...told, second }).toEqual({ ...told, second: isLowered });
          }
        }
      }
    }
  }
});

it('what cannot be done says why', () => {
  const why = (more: Partial<DecisionStanding>, who = officer) =>
    Object.fromEntries(
      Object.entries(decisionRights({ ...standing, ...more }, who)).map(([name, right]) => [
        name,
        right.allowed || right.why,
      ]),
    );
  expect(why({})).toEqual({
    approve: true,
    reject: true,
    escalate: true,
    changeLevel: true,
    confirm: 'nothingProposed',
    decline: 'nothingProposed',
    withdraw: 'nothingProposed',
  });
  expect(why({ openRequests: 1, isEscalated: true })).toMatchObject({
    approve: 'openRequests',
    reject: true,
    escalate: 'isEscalated',
  });
  expect(why({ proposal: { makerId: 'ingrid', isCurrent: true } })).toMatchObject({
    approve: 'awaitingSecond',
    changeLevel: 'awaitingSecond',
    confirm: 'ownProposal',
    decline: 'ownProposal',
    withdraw: true,
  });
  expect(why({ proposal: { makerId: 'omar', isCurrent: false } })).toMatchObject({
    confirm: 'profileChanged',
    decline: true,
    withdraw: 'othersProposal',
  });
  expect(why({ kycState: 'Approved' })).toMatchObject({ approve: 'decided', changeLevel: true });
  expect(why({ kycState: 'Onboarding' })).toMatchObject({ approve: 'fillingIn', changeLevel: 'fillingIn' });
  expect(new Set(Object.values(why({}, { id: 'rami', mayMake: false, mayCheck: false })))).toEqual(
    new Set(['notPermitted']),
  );
});
