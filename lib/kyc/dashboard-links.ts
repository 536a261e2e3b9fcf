import { paths, withQuery } from '../paths';

/** The list of reviews that a column stands for: those behind their day, or those of a month (`YYYY-MM`). */
export function reviewsLink(due: string): string {
  return withQuery(paths.reviews, due === 'overdue' ? { due } : { month: due });
}
