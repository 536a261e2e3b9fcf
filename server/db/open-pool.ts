import type pg from 'pg';

/** A pool and the way to end it together with what stands behind it. */
export type OpenPool = { pool: pg.Pool; close(): Promise<void> };
