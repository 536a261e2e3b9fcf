import { setImmediate as nextTurn } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';

/** How long queries may follow each other without the event loop serving timers and sockets in between. */
const BUDGET_MS = 5;

/**
 * A PGlite that lets the event loop turn between messages. Its queries run inside promise callbacks, which go
 * before all input and output: without a pause, a thousand queries in a row would hold up every request until the last.
 */
export class ResponsivePGlite extends PGlite {
  #lastTurn = performance.now();
  #ending = false;

  override async execProtocolStream(
    ...message: Parameters<PGlite['execProtocolStream']>
  ): ReturnType<PGlite['execProtocolStream']> {
    if (performance.now() - this.#lastTurn > BUDGET_MS) {
      await nextTurn();
      this.#lastTurn = performance.now();
    }
    try {
      return await super.execProtocolStream(...message);
    } catch (error) {
      // A connection says goodbye after its pool has ended, and by then the database may be gone.
      if (this.#ending) return [];
      throw error;
    }
  }

  override close(): Promise<void> {
    this.#ending = true;
    return super.close();
  }
}
