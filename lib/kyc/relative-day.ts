const RELATIVE = /^([+-])(\d{1,4})([dmy])$/;
const DAY_MS = 24 * 60 * 60_000;

/**
 * The day that a limit of a date names, as YYYY-MM-DD: a day itself, `today`, or days, months or years from `today` (`+90d`, `-3m`,
 * `-18y`). A day that a month lacks is its last one. Undefined where the limit is neither.
 */
export function dayOfLimit(limit: string, today: string): string | undefined {
  if (limit === 'today') return today;
  if (/^\d{4}-\d{2}-\d{2}$/.test(limit)) return limit;
  const [, sign, count, unit] = RELATIVE.exec(limit) ?? [];
  if (unit === undefined) return undefined;
  const by = Number(count) * (sign === '-' ? -1 : 1);
  const moved = unit === 'd' ? addDays(today, by) : addMonths(today, unit === 'y' ? 12 * by : by);
  return Number.isNaN(moved.getTime()) ? undefined : moved.toISOString().slice(0, 10);
}

function addDays(day: string, count: number): Date {
  return new Date(Date.parse(day) + count * DAY_MS);
}

function addMonths(day: string, count: number): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + count, Math.min(date, last)));
}

/** How many days `to` comes after `from`; negative where it comes before. Both are days. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
