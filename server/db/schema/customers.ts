import { index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { AnswerValue } from '@/lib/kyc/contract/answers';
import {
  CLASSIFICATION_STATES,
  CLASSIFICATIONS,
  FIELD_TYPES,
  KYC_STATES,
  USER_TYPES,
} from '@/lib/kyc/contract/lists';
import { createdAt, id, moment, tenantId } from './columns';
import { employees } from './employees';
import { forms } from './forms';

/** Who is onboarded. An individual has first and last name; a legal entity the other three. */
export const customers = pgTable(
  'customers',
  {
    id: id().primaryKey(),
    tenantId: tenantId(),
    userType: text('user_type', { enum: USER_TYPES }).notNull(),
    email: text('email').notNull(),
    /** The e-mail as it is compared (`emailKey`); unique for each tenant. Contract section 3. */
    emailKey: text('email_key').notNull(),
    mobileNumber: text('mobile_number').notNull().default(''),
    firstName: text('first_name'),
    lastName: text('last_name'),
    fullName: text('full_name'),
    registrationNumber: text('registration_number'),
    tradingName: text('trading_name'),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('customers_email_unique').on(t.tenantId, t.emailKey)],
);

/** One onboarding of one customer on one version of a form; the contract names it by its `submissionId`. */
export const submissions = pgTable(
  'submissions',
  {
    id: id().primaryKey(),
    tenantId: tenantId(),
    customerId: id('customer_id')
      .notNull()
      .references(() => customers.id),
    formId: id('form_id')
      .notNull()
      .references(() => forms.id),
    formVersion: integer('form_version').notNull(),
    employeeId: id('employee_id')
      .notNull()
      .references(() => employees.id),
    kycState: text('kyc_state', { enum: KYC_STATES }).notNull(),
    /** Answered required fields of all required fields, 0 to 100. */
    onboardingProgress: integer('onboarding_progress').notNull().default(0),
    onboardingStarted: moment('onboarding_started'),
    onboardingCompleted: moment('onboarding_completed'),
    submissionClassification: text('submission_classification', { enum: CLASSIFICATIONS }).notNull(),
    approvalClassificationState: text('approval_classification_state', {
      enum: CLASSIFICATION_STATES,
    }).notNull(),
    overriddenSubmissionClassification: text('overridden_submission_classification', {
      enum: CLASSIFICATIONS,
    }),
    /** Raised by every change of the profile; starts at 1. */
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('submissions_customer_unique').on(t.customerId),
    // One for each combination of the list's filters; with several states the list is merged from one walk for each.
    index('submissions_newest').on(t.tenantId, t.createdAt, t.id),
    index('submissions_state').on(t.tenantId, t.kycState, t.createdAt, t.id),
    index('submissions_form').on(t.formId, t.tenantId, t.createdAt, t.id),
    index('submissions_form_state').on(t.formId, t.tenantId, t.kycState, t.createdAt, t.id),
  ],
);

/** The current answer to one field. */
export const answers = pgTable(
  'answers',
  {
    id: id().primaryKey(),
    submissionId: id('submission_id')
      .notNull()
      .references(() => submissions.id),
    fieldId: id('field_id').notNull(),
    fieldTypeId: text('field_type_id', { enum: FIELD_TYPES }).notNull(),
    /** The value properties of the contract's section 6, without `fieldTypeId`. */
    value: jsonb('value').$type<AnswerValue>().notNull(),
    answeredAt: moment('answered_at').notNull(),
    /** `customer`, or the id of the employee or system that filled in on the customer's behalf. */
    answeredBy: text('answered_by').notNull(),
    /** The submission's version that this answer came with: it grows with every change of the answer. */
    version: integer('version').notNull().default(1),
  },
  (t) => [uniqueIndex('answers_field_unique').on(t.submissionId, t.fieldId)],
);

/** What a customer signs in with; the portal's sessions carry the version. */
export const customerCredentials = pgTable('customer_credentials', {
  submissionId: id('submission_id')
    .primaryKey()
    .references(() => submissions.id),
  /** argon2id; null until the customer sets one. */
  passwordHash: text('password_hash'),
  /** Raised by every password link and every new password: older sessions are over. Contract section 3. */
  sessionVersion: integer('session_version').notNull().default(1),
  passwordSetAt: moment('password_set_at'),
  lastSignInAt: moment('last_sign_in_at'),
});
