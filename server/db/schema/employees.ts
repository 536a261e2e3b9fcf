import { boolean, index, pgTable, text } from 'drizzle-orm/pg-core';
import { createdAt, id, tenantId } from './columns';

/** The firm's employees, as the KYC API names them; a customer belongs to one. */
export const employees = pgTable(
  'employees',
  {
    id: id().primaryKey(),
    tenantId: tenantId(),
    name: text('name').notNull(),
    isActive: boolean('is_active').notNull().default(true),
    createdAt: createdAt(),
  },
  (t) => [index('employees_by_name').on(t.tenantId, t.isActive, t.name, t.id)],
);
