import type { PGlite } from '@electric-sql/pglite';
import { PglitePgConnection } from '@electric-sql/pglite/node-postgres';
import pg from 'pg';

/**
 * One connection over PGlite's node-postgres bridge, behaving like one to a server: it starts with a clean
 * session, and it does not start before the connection ahead of it has finished.
 *
 * The bridge as shipped shares one connection between all clients. PGlite has a single session, so two
 * connections that overlap would read each other's answers, and a client that replaces a failed one would
 * inherit its open transaction and prepared statements.
 */
class SessionConnection extends PglitePgConnection {
  /** Settles when this connection and every one ahead of it have sent their last message. */
  readonly finished: Promise<void>;
  readonly #pglite: PGlite;
  readonly #ahead: Promise<void>;
  #ended = false;
  #finish: () => void = () => undefined;

  constructor(pglite: PGlite, ahead: Promise<void>) {
    super({ pglite });
    this.#pglite = pglite;
    this.#ahead = ahead;
    const own = new Promise<void>((resolve) => {
      this.#finish = resolve;
    });
    this.finished = ahead.then(() => own);
  }

  override async connect(port: number, host: string): Promise<void> {
    this._connecting = true;
    try {
      await this.#ahead;
      if (this.#ended) return;
      await resetSession(this.#pglite);
      await super.connect(port, host);
    } catch (error) {
      this.emit('error', error);
    }
  }

  /** drizzle passes an object of type parsers where the bridge expects an array of type ids. */
  override parse(query: { types?: unknown }): void {
    super.parse(Array.isArray(query.types) ? query : { ...query, types: [] });
  }

  override end(): void {
    this.#ended = true;
    super.end();
    this.once('end', () => this.#finish());
  }
}

/** Gives the single session the state that a new connection to a server has. */
async function resetSession(pglite: PGlite): Promise<void> {
  await pglite.waitReady;
  if (pglite.isInTransaction()) await pglite.exec('rollback');
  await pglite.exec('discard all');
}

/**
 * A `pg.Client` class whose clients speak to this PGlite, for the `Client` option of a `pg.Pool`.
 * The pool must have `max: 1`, and nobody else may use the PGlite object while the pool is open.
 */
export function sessionClientOf(pglite: PGlite): new (config?: pg.ClientConfig) => pg.Client {
  let last: Promise<void> = Promise.resolve();
  return class SessionClient extends pg.Client {
    constructor(config: pg.ClientConfig = {}) {
      const connection = new SessionConnection(pglite, last);
      last = connection.finished;
      const bridged: pg.ClientConfig & { connection: SessionConnection } = { ...config, connection };
      super(bridged);
    }
  };
}
