import { boolean, index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { createdAt, id, tenantId } from './columns';

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

/**
 * First answers by idempotency key, kept 24 hours (contract section 1). A row is written in the transaction of the change that
 * it answers, so there is none without its change, and no change under a key without its row. Who writes one under a key that
 * another transaction is writing just now gets `lock_not_available` instead of waiting (a trigger does that).
 */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    clientId: id('client_id').notNull(),
    operation: text('operation').notNull(),
    key: text('key').notNull(),
    /** SHA-256 of the canonical input. */
    inputHash: text('input_hash').notNull(),
    /** The result; a refusal changes nothing and is not kept. */
    answer: jsonb('answer').$type<unknown>(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.clientId, t.operation, t.key] }),
    index('idempotency_keys_age').on(t.createdAt),
  ],
);
