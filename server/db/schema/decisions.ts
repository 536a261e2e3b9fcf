import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { RISK_LEVELS } from '@/lib/kyc/contract/lists';
import {
  CASE_CAUSES,
  CASE_STAGES,
  DECISION_KINDS,
  DECISION_STATES,
  NOTE_AUDIENCES,
  REASON_PURPOSES,
} from '@/lib/kyc/decisions';
import { createdAt, id, moment, tenantId } from './columns';
import { directory } from './directory';

/**
 * What compliance decided about a customer, or proposes to a second person. Four eyes are held here too: the checker is never the
 * maker, and what needs a second person does not take effect without one. Rows are closed once and never removed (a trigger).
 */
export const decisions = pgTable(
  'decisions',
  {
    id: id().primaryKey(),
    tenantId: tenantId(),
    submissionId: id('submission_id')
      .notNull()
      .references(() => directory.submissionId),
    kind: text('kind', { enum: DECISION_KINDS }).notNull(),
    state: text('state', { enum: DECISION_STATES }).notNull(),
    needsSecond: boolean('needs_second').notNull(),
    /** The level to set, and the last day on which it holds; of a change of level only. */
    riskLevelId: text('risk_level_id', { enum: RISK_LEVELS }),
    validUntil: date('valid_until', { mode: 'string' }),
    /** Of the library of reasons; its words are kept as they were. */
    reasonId: id('reason_id'),
    reason: text('reason'),
    note: text('note'),
    /** The version of the profile that the maker saw; with another one the proposal lapses. */
    seenVersion: integer('seen_version').notNull(),
    makerId: id('maker_id').notNull(),
    madeAt: moment('made_at').notNull(),
    checkerId: id('checker_id'),
    checkerNote: text('checker_note'),
    /** When it took effect, was declined or withdrawn, or lapsed. */
    closedAt: moment('closed_at'),
  },
  (t) => [
    uniqueIndex('decisions_one_open').on(t.submissionId).where(sql`${t.state} = 'awaitingSecond'`),
    index('decisions_of_submission').on(t.submissionId, t.madeAt, t.id),
    index('decisions_latest').on(t.tenantId, t.madeAt, t.id),
    check('decisions_four_eyes', sql`${t.checkerId} <> ${t.makerId}`),
    check(
      'decisions_second_person',
      sql`${t.state} <> 'effective' or not ${t.needsSecond} or ${t.checkerId} is not null`,
    ),
    check('decisions_closed', sql`(${t.state} = 'awaitingSecond') = (${t.closedAt} is null)`),
  ],
);

/**
 * The queue of compliance: a row for each submission that a decision or a customer's answer is due for. Derived from submission,
 * decisions and requests after each change of them (`server/db/queries/cases.ts`); only the assignment is its own.
 */
export const cases = pgTable(
  'cases',
  {
    submissionId: id('submission_id')
      .primaryKey()
      .references(() => directory.submissionId),
    tenantId: tenantId(),
    stage: text('stage', { enum: CASE_STAGES }).notNull(),
    because: text('because', { enum: CASE_CAUSES }).notNull(),
    openedAt: moment('opened_at').notNull(),
    /** The day by which it should be decided. */
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    /** 0 = high risk, 1 = medium, 2 = low or not known: what comes first among those due on one day. */
    riskRank: integer('risk_rank').notNull(),
    assigneeId: id('assignee_id'),
    assignedAt: moment('assigned_at'),
    /** Who proposed what a second person has to look at. */
    makerId: id('maker_id'),
    escalatedBy: id('escalated_by'),
    escalatedAt: moment('escalated_at'),
  },
  (t) => [
    index('cases_due').on(t.tenantId, t.dueOn, t.riskRank, t.submissionId),
    index('cases_stage').on(t.tenantId, t.stage, t.dueOn, t.riskRank, t.submissionId),
    index('cases_assignee').on(t.tenantId, t.assigneeId, t.dueOn, t.riskRank, t.submissionId),
  ],
);

/** Why something was decided, for people to choose from; a reason that was used is retired and not removed. */
export const decisionReasons = pgTable(
  'decision_reasons',
  {
    id: id().primaryKey(),
    tenantId: tenantId(),
    purpose: text('purpose', { enum: REASON_PURPOSES }).notNull(),
    words: text('words').notNull(),
    isActive: boolean('is_active').notNull().default(true),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('decision_reasons_unique').on(t.tenantId, t.purpose, t.words)],
);

/** Notes on a customer: appended to, never changed or removed (a trigger). */
export const caseNotes = pgTable(
  'case_notes',
  {
    id: id().primaryKey(),
    tenantId: tenantId(),
    submissionId: id('submission_id')
      .notNull()
      .references(() => directory.submissionId),
    authorId: id('author_id').notNull(),
    audience: text('audience', { enum: NOTE_AUDIENCES }).notNull(),
    body: text('body').notNull(),
    /** The author's key of sending it, so that it is written once however often it is sent; null of notes that had none. */
    attempt: id('attempt'),
    createdAt: createdAt(),
  },
  (t) => [
    index('case_notes_of_submission').on(t.submissionId, t.createdAt, t.id),
    uniqueIndex('case_notes_attempt_unique').on(t.submissionId, t.authorId, t.attempt),
  ],
);

/** Whom a note names; gone from that person's home page once seen. */
export const noteMentions = pgTable(
  'note_mentions',
  {
    staffId: id('staff_id').notNull(),
    noteId: id('note_id')
      .notNull()
      .references(() => caseNotes.id),
    seenAt: moment('seen_at'),
  },
  (t) => [primaryKey({ columns: [t.staffId, t.noteId] }), index('note_mentions_of_note').on(t.noteId)],
);
