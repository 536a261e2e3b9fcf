import 'server-only';

/** What the clock asks of the engine. */
export { assessExpired } from './embedded/expired';
export { openDueReviews } from './embedded/open-reviews';
