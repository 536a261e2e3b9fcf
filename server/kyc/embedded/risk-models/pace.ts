/** How few and how many customers one transaction goes through. */
const LEAST = 250;
const MOST = 500;

/** For how long somebody who wants one of them may wait, in milliseconds. */
const WAIT_MS = 400;

/**
 * How many customers a transaction goes through: the more of them, the less each costs. They are held meanwhile, and on the embedded
 * database everybody waits, so that there are as many as the last ones leave time for.
 */
export class Pace {
  #size = LEAST;

  get size(): number {
    return this.#size;
  }

  /** Goes by how long the work on so many took. */
  took(count: number, ms: number): void {
    this.#size = Math.round(Math.min(MOST, Math.max(LEAST, (count * WAIT_MS) / Math.max(ms, 1))));
  }
}
