import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { createdAt, id, moment, tenantId } from './columns';

/** The systems that may call the HTTP face. Contract section 2. */
export const apiClients = pgTable('api_clients', {
  appId: id('app_id').primaryKey(),
  tenantId: tenantId(),
  name: text('name').notNull(),
  /** argon2id. */
  secretHash: text('secret_hash').notNull(),
  isActive: boolean('is_active').notNull().default(true),
  createdAt: createdAt(),
});

/** First answers by idempotency key, kept 24 hours. Contract section 1. A row without a status is still in flight. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    clientId: id('client_id').notNull(),
    operation: text('operation').notNull(),
    key: text('key').notNull(),
    /** SHA-256 of the canonical input. */
    inputHash: text('input_hash').notNull(),
    statusCode: integer('status_code'),
    answer: jsonb('answer').$type<unknown>(),
    createdAt: createdAt(),
    /** After this moment an unfinished row belongs to a caller that died, and may be taken over. */
    claimedUntil: moment('claimed_until').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clientId, t.operation, t.key] }),
    index('idempotency_keys_age').on(t.createdAt),
  ],
);
