import { RISK_LEVELS, type RiskLevel } from '../kyc/contract/lists';

/** How many customers go from a level in force to one: `counts.Low.Medium`. */
export type LevelCounts = Record<RiskLevel, Record<RiskLevel, number>>;

/** Counts with nobody in them. */
export function noCounts(): LevelCounts {
  const row = () => ({ Low: 0, Medium: 0, High: 0 });
  return { Low: row(), Medium: row(), High: row() };
}

/** One move of the level, with how many make it. */
export type LevelMove = { from: RiskLevel; to: RiskLevel; count: number };

/** The moves that somebody makes, the most serious first: up before down, and by the level that they lead to. */
export function movesOf(counts: LevelCounts): LevelMove[] {
  const rank = (level: RiskLevel) => RISK_LEVELS.indexOf(level);
  return RISK_LEVELS.flatMap((from) =>
    RISK_LEVELS.flatMap((to) =>
      from === to || counts[from][to] === 0 ? [] : [{ from, to, count: counts[from][to] }],
    ),
  ).sort((a, b) => rank(b.to) - rank(b.from) - (rank(a.to) - rank(a.from)) || rank(b.to) - rank(a.to));
}

/** How many there are in all. */
export function countAll(counts: LevelCounts): number {
  return RISK_LEVELS.flatMap((from) => RISK_LEVELS.map((to) => counts[from][to])).reduce((a, b) => a + b, 0);
}

/** How many would have another level. */
export function countMoved(counts: LevelCounts): number {
  return movesOf(counts).reduce((sum, { count }) => sum + count, 0);
}
