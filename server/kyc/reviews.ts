import 'server-only';

/** What the clock asks of the engine. */
export { openDueReviews } from './embedded/open-reviews';
