import { addDays, addMonths } from '../days';

const RELATIVE = /^([+-])(\d{1,4})([dmy])$/;

/**
 * The day that a limit of a date names, as YYYY-MM-DD: a day itself, `today`, or days, months or years from `today` (`+90d`, `-3m`,
 * `-18y`). A day that a month lacks is its last one. Undefined where the limit is neither.
 */
export function dayOfLimit(limit: string, today: string): string | undefined {
  if (limit === 'today') return today;
  if (/^\d{4}-\d{2}-\d{2}$/.test(limit)) return limit;
  const [, sign, count, unit] = RELATIVE.exec(limit) ?? [];
  if (unit === undefined || Number.isNaN(Date.parse(today))) return undefined;
  const by = Number(count) * (sign === '-' ? -1 : 1);
  return unit === 'd' ? addDays(today, by) : addMonths(today, unit === 'y' ? 12 * by : by);
}
