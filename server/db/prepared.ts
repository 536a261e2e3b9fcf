import type { DbOrTx } from './open';

/**
 * A statement that is built and named once for each database (or transaction) instead of for each call. For a statement of
 * many columns drizzle takes longer to write it than PostgreSQL to answer it, and a named one is parsed once a connection.
 */
export function preparedOnce<S>(build: (db: DbOrTx) => S): (db: DbOrTx) => S {
  const built = new WeakMap<DbOrTx, S>();
  return (db) => {
    let statement = built.get(db);
    if (statement === undefined) {
      statement = build(db);
      built.set(db, statement);
    }
    return statement;
  };
}
