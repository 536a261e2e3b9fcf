import { daysBetween } from '../days';
import { dayOfLimit } from './relative-day';

/** The usual lengths of a level that a person sets, in months. */
const LENGTHS = [3, 6, 12] as const;

/** The last day of each usual length from `today` on, as far as `latest` allows; twelve months may be a day longer than a year of days. */
export function lastDays(today: string, latest: string): Array<{ months: number; day: string }> {
  return LENGTHS.flatMap((months) => {
    const day = dayOfLimit(`+${months}m`, today);
    if (day === undefined || daysBetween(latest, day) > 1) return [];
    return [{ months, day: day > latest ? latest : day }];
  });
}
