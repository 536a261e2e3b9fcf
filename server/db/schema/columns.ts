import { customType, text, timestamp } from 'drizzle-orm/pg-core';

/** An opaque id of ours or of the contract: text, because the contract promises no UUID. */
export const id = (name = 'id') => text(name);

/** The tenant that owns the row; part of every `where`. */
export const tenantId = () => text('tenant_id').notNull();

/** A moment with microseconds and zone, read as a `Date`. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** When the row was made. */
export const createdAt = () => moment('created_at').notNull();

/** Bytes, as a `Buffer`. */
export const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** Folded text, compared by its bytes on every database, so that an index serves both its order and its beginnings. */
export const folded = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });
