import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { FormPage } from '@/lib/kyc/contract/forms';
import { FORM_ENTITY_TYPES, FORM_TYPES } from '@/lib/kyc/contract/lists';
import { createdAt, id, moment, tenantId } from './columns';

/** Onboarding forms; what a form asks is in its versions. */
export const forms = pgTable(
  'forms',
  {
    id: id().primaryKey(),
    tenantId: tenantId(),
    name: text('name').notNull(),
    entityType: text('entity_type', { enum: FORM_ENTITY_TYPES }).notNull(),
    formType: text('form_type', { enum: FORM_TYPES }).notNull(),
    isActive: boolean('is_active').notNull().default(true),
    currentVersion: integer('current_version').notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [index('forms_list').on(t.tenantId, t.isActive, t.name, t.id)],
);

/** A form's pages at one version; immutable once a submission uses it (a trigger holds that). */
export const formVersions = pgTable(
  'form_versions',
  {
    formId: id('form_id')
      .notNull()
      .references(() => forms.id),
    version: integer('version').notNull(),
    pages: jsonb('pages').$type<FormPage[]>().notNull(),
    /** When the first submission used it. */
    usedAt: moment('used_at'),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.formId, t.version] })],
);
