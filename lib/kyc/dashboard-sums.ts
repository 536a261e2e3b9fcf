import { KYC_STATES, RISK_LEVELS } from './contract/lists';
import {
  AGE_BUCKETS,
  type BookCounts,
  type MixCount,
  type QueueCounts,
  REVIEW_MONTHS,
  type ReviewCounts,
} from './dashboard';

const sum = (counts: readonly { count: number }[]) => counts.reduce((all, { count }) => all + count, 0);

/** How many customers the book holds. */
export function bookSize({ mix }: Pick<BookCounts, 'mix'>): number {
  return sum(mix);
}

/** The states in the order of onboarding with how many customers stand in each; a word of another server comes last. */
export function funnelOf(mix: readonly MixCount[]): { state: string; count: number }[] {
  const states = new Set<string>([...KYC_STATES, ...mix.map(({ state }) => state)]);
  return [...states].map((state) => ({ state, count: sum(mix.filter((one) => one.state === state)) }));
}

/** The levels from the highest on, `null` for what is not assessed only where there is such a customer. */
export function levelsOf(mix: readonly MixCount[]): (string | null)[] {
  const others = new Set(
    mix.map(({ level }) => level).filter((level) => !RISK_LEVELS.some((one) => one === level)),
  );
  return [...RISK_LEVELS.toReversed(), ...others];
}

export function mixAt(mix: readonly MixCount[], state: string, level: string | null): number {
  return sum(mix.filter((one) => one.state === state && one.level === level));
}

/** Every month that is counted ahead, from `today`'s own, also those in which nothing is due. */
export function monthsAhead({ months }: ReviewCounts, today: string): ReviewCounts['months'] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: REVIEW_MONTHS }, (_, ahead) => {
    const name = new Date(Date.UTC(year, month - 1 + ahead, 1)).toISOString().slice(0, 7);
    return { month: name, count: sum(months.filter((one) => one.month === name)) };
  });
}

/** The cases by how long they have been in the queue. */
export function agesOf({ cases }: QueueCounts): { from: number; to: number | null; count: number }[] {
  return AGE_BUCKETS.map((bucket, at) => ({ ...bucket, count: sum(cases.filter(({ age }) => age === at)) }));
}

/** What waits, by the queue's tabs, as one reader sees them. */
export function waitingOf({ cases, assignees, proposals }: QueueCounts, readerId: string) {
  return {
    new: sum(assignees.filter(({ staffId, stage }) => staffId === null && stage === 'toDecide')),
    mine: sum(assignees.filter(({ staffId }) => staffId === readerId)),
    toCheck: sum(proposals.filter(({ makerId }) => makerId !== readerId)),
    waiting: sum(cases.filter(({ stage }) => stage === 'waitingOnCustomer')),
    overdue: sum(cases.filter(({ isOverdue }) => isOverdue)),
  };
}

/** The cases by whose they are, the most first; nobody's come first of all. */
export function workloadOf({
  assignees,
}: QueueCounts): { staffId: string | null; count: number; overdue: number }[] {
  const people = [...new Set(assignees.map(({ staffId }) => staffId))];
  return people
    .map((staffId) => {
      const own = assignees.filter((one) => one.staffId === staffId);
      return { staffId, count: sum(own), overdue: sum(own.filter(({ isOverdue }) => isOverdue)) };
    })
    .sort((a, b) => Number(b.staffId === null) - Number(a.staffId === null) || b.count - a.count);
}

/** The part of the queue's view that a bucket of ages stands for, as of a day: cases opened from one day on and before another. */
export function openedWithin({ from, to }: { from: number; to: number | null }, today: string) {
  const start = (daysAgo: number) =>
    new Date(Date.parse(`${today}T00:00:00Z`) - daysAgo * 86_400_000).toISOString();
  return { since: to === null ? undefined : start(to), until: from === 0 ? undefined : start(from - 1) };
}
