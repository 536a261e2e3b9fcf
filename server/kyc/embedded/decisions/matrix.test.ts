import { expect, it } from 'vitest';
import { ROLES, type Role } from '@/lib/auth/permissions';
import type { KycCall } from '@/lib/kyc/api';
import { KycError } from '@/lib/kyc/contract/errors';
import { KYC_STATES, type KycState, RISK_LEVELS, type RiskLevel } from '@/lib/kyc/contract/lists';
import type { DecideInput } from '@/lib/kyc/decision-input';
import type { Database } from '../../../db/client';
import { describeOnEachDatabase } from '../../../db/testing';
import { inTransaction } from '../../../db/transaction';
import { Deciding } from './decisions.suite';

const RATINGS = [
  { level: 'Low', isPep: false },
  { level: 'Medium', isPep: false },
  { level: 'High', isPep: false },
  { level: 'Medium', isPep: true },
] as const;
type Rating = (typeof RATINGS)[number];

const ACTS = [
  { kind: 'approve' },
  { kind: 'reject' },
  { kind: 'escalate' },
  ...RISK_LEVELS.map((riskLevelId) => ({ kind: 'changeLevel' as const, riskLevelId })),
] as const satisfies Array<Partial<DecideInput>>;
type Act = (typeof ACTS)[number];

/** What comes of an act: it holds, it waits for a second person, or it is refused with a code. */
type Outcome = 'effective' | 'awaitingSecond' | 400 | 403 | 409;

/** The rules as the firm would say them. */
function expected(role: Role, state: KycState, rating: Rating, act: Act): Outcome {
  if (role !== 'compliance_officer') return 403;
  const decidable = state === 'ComplianceReview' || (state === 'Approved' && act.kind === 'changeLevel');
  if (!decidable) return 409;
  if (act.kind === 'escalate') return 'effective';
  if (act.kind === 'changeLevel') {
    if (act.riskLevelId === rating.level) return 400;
    return isLower(act.riskLevelId, rating.level) ? 'awaitingSecond' : 'effective';
  }
  return rating.level === 'High' || rating.isPep ? 'awaitingSecond' : 'effective';
}

const isLower = (one: RiskLevel, other: RiskLevel) =>
  (one === 'Low' && other !== 'Low') || (one === 'Medium' && other === 'High');

class Undone extends Error {}

describeOnEachDatabase('the matrix of decisions', (kit) => {
  /** Runs a test's step and takes back all that it changed. */
  async function undone(step: (on: Deciding) => Promise<void>): Promise<void> {
    const run = inTransaction(kit.db(), async (tx) => {
      // A transaction within it is a savepoint, to the engine the same.
      await step(new Deciding(() => tx as unknown as Database));
      throw new Undone();
    });
    await expect(run).rejects.toBeInstanceOf(Undone);
  }

  const outcome = (act: Promise<{ state: string }>): Promise<unknown> =>
    act.then(
      ({ state }) => state,
      (error: unknown) => {
        if (error instanceof KycError) return error.code;
        throw error;
      },
    );

  const hired = new Deciding(() => kit.db());

  it.each(KYC_STATES.flatMap((state) => RATINGS.map((rating) => ({ state, ...rating }))))(
    'holds for a customer in $state, rated $level (PEP: $isPep)',
    async ({ state, ...rating }) => {
      const staff = new Map<Role, KycCall>();
      for (const role of ROLES) staff.set(role, await hired.as(role, role));
      const other = await hired.as('another officer');
      const id = await hired.customer(state, rating);
      const found: Record<string, unknown> = {};
      const wanted: Record<string, unknown> = {};
      for (const [role, call] of staff) {
        for (const act of ACTS) {
          const name = `${role} ${Object.values(act).join(' ')}`;
          const outlook = expected(role, state, rating, act);
          wanted[name] = outlook;
          await undone(async (on) => {
            on.capture.now = hired.capture.now;
            found[name] = await outcome(on.decide(call, id, act));
          });
          if (outlook !== 'awaitingSecond') continue;
          for (const [who, checker, code] of [
            ['the maker', call, 409],
            ['another officer', other, 'effective'],
            ['a relationship manager', staff.get('relationship_manager'), 403],
            ['an admin', staff.get('admin'), 403],
          ] as const) {
            if (checker === undefined) throw new Error('everybody is hired');
            wanted[`${name}, confirmed by ${who}`] = code;
            await undone(async (on) => {
              on.capture.now = hired.capture.now;
              const { decisionId } = await on.decide(call, id, act);
              found[`${name}, confirmed by ${who}`] = await outcome(on.check(checker, id, decisionId));
            });
          }
        }
      }
      expect(found).toEqual(wanted);
    },
  );
});
