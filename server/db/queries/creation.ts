import { and, eq, getTableColumns, isNull, type SQL, sql } from 'drizzle-orm';
import type { PgInsertValue, PgTable } from 'drizzle-orm/pg-core';
import type { DbOrTx, Tx } from '../client';
import { isNullViolation } from '../errors';
import { preparedOnce } from '../prepared';
import {
  auditEvents,
  customers,
  directory,
  employees,
  forms,
  formVersions,
  idempotencyKeys,
  mails,
  oneTimeLinks,
  profileVersions,
  riskAssessments,
  riskModelVersions,
  submissions,
} from '../schema';
import { formSummaryColumns } from './forms';

const groundStatement = preparedOnce((db) =>
  db
    .select({
      employeeName: employees.name,
      form: formSummaryColumns,
      pages: formVersions.pages,
      emailTaken: sql<boolean>`exists (
        select 1 from ${customers}
        where ${customers.tenantId} = ${sql.placeholder('tenantId')} and ${customers.emailKey} = ${sql.placeholder('emailKey')}
      )`,
    })
    .from(sql`(select 1) as one`)
    .leftJoin(
      employees,
      and(
        eq(employees.id, sql.placeholder('employeeId')),
        eq(employees.tenantId, sql.placeholder('tenantId')),
        employees.isActive,
      ),
    )
    .leftJoin(
      forms,
      and(
        eq(forms.id, sql.placeholder('formId')),
        eq(forms.tenantId, sql.placeholder('tenantId')),
        forms.isActive,
      ),
    )
    .leftJoin(
      formVersions,
      and(eq(formVersions.formId, forms.id), eq(formVersions.version, forms.currentVersion)),
    )
    .prepare('creation_ground'),
);

/** Everything that the creation of a customer is judged by, in one read; what is null is no active one of the tenant. */
export async function creationGround(
  db: DbOrTx,
  wanted: { tenantId: string; employeeId: string; formId: string; emailKey: string },
) {
  const [ground] = await groundStatement(db).execute(wanted);
  if (ground === undefined) throw new Error('a select without a condition gave no row');
  return ground;
}

/** The rows that a new customer starts with. */
export type Creation = {
  customer: typeof customers.$inferSelect;
  submission: typeof submissions.$inferSelect;
  assessment: typeof riskAssessments.$inferSelect;
  version: typeof profileVersions.$inferSelect;
  entry: Omit<typeof directory.$inferSelect, 'riskOrder' | 'searchText' | 'nameKeys'>;
  events: Array<typeof auditEvents.$inferSelect>;
  /** The welcome mail, and the link in it with which the customer sets a password. */
  mail?: { row: typeof mails.$inferSelect; link: typeof oneTimeLinks.$inferSelect };
  /** The answer to keep under the caller's idempotency key. */
  answer?: typeof idempotencyKeys.$inferSelect;
};

/**
 * Writes all that a new customer starts with: one statement, so one round trip and one commit, because a creation of eight
 * statements takes the embedded database's only session three times as long. False, and nothing is written, where a later model
 * was released than the one that the customer was assessed by. An e-mail that the tenant has already violates
 * `customers_email_unique`; a key that was used, the primary key of the answers.
 */
export async function insertCreation(db: DbOrTx, creation: Creation): Promise<boolean> {
  const { customer, submission, assessment, version, entry, events, mail, answer } = creation;
  const values: Record<string, unknown> = {};
  addValues(values, customers, 'customer', customer);
  addValues(values, submissions, 'submission', submission);
  addValues(values, riskAssessments, 'assessment', assessment);
  addValues(values, profileVersions, 'version', version);
  addValues(values, directory, 'entry', entry);
  for (const [index, event] of events.entries()) addValues(values, auditEvents, eventPart(index), event);
  if (mail) {
    addValues(values, mails, 'mail', mail.row);
    addValues(values, oneTimeLinks, 'link', mail.link);
  }
  if (answer) addValues(values, idempotencyKeys, 'answer', answer);
  const shape = { events: events.length, mail: mail !== undefined, answer: answer !== undefined };
  try {
    await creationStatements(db)(shape).execute(values);
    return true;
  } catch (error) {
    if (isNullViolation(error, 'model_version')) return false;
    throw error;
  }
}

/**
 * Waits for the creations that are being written, and holds the next ones back until the transaction ends. Nothing but a creation
 * writes customers, and a statement looks at the database only once it has its locks: the ones before are there when the
 * transaction commits, and the ones after it know what it has changed.
 */
export async function holdCreations(tx: Tx): Promise<void> {
  await tx.execute(sql`lock table ${customers} in share mode`);
}

type Shape = { events: number; mail: boolean; answer: boolean };

const creationStatements = preparedOnce((db) => {
  const built = new Map<string, ReturnType<typeof buildCreation>>();
  return (shape: Shape) => {
    const name = `creation_${shape.events}${shape.mail ? '_mail' : ''}${shape.answer ? '_answer' : ''}`;
    const statement = built.get(name) ?? buildCreation(db, shape, name);
    built.set(name, statement);
    return statement;
  };
});

function buildCreation(db: DbOrTx, shape: Shape, name: string) {
  const insertion = (table: PgTable, ...parts: string[]) =>
    db.$with(`new_${parts[0]}`).as(db.insert(table).values(parts.map((part) => slots(table, part))));
  const firstUse = db
    .update(formVersions)
    .set({ usedAt: sql`${sql.placeholder('submission.createdAt')}` })
    .where(
      and(
        eq(formVersions.formId, sql.placeholder('submission.formId')),
        eq(formVersions.version, sql.placeholder('submission.formVersion')),
        isNull(formVersions.usedAt),
      ),
    );
  const assessment = { ...slots(riskAssessments, 'assessment'), modelVersion: versionStillInForce() };
  return db
    .with(
      insertion(customers, 'customer'),
      insertion(submissions, 'submission'),
      db.$with('new_assessment').as(db.insert(riskAssessments).values(assessment)),
      insertion(profileVersions, 'version'),
      insertion(auditEvents, ...Array.from({ length: shape.events }, (_, index) => eventPart(index))),
      ...(shape.mail ? [insertion(mails, 'mail'), insertion(oneTimeLinks, 'link')] : []),
      ...(shape.answer ? [insertion(idempotencyKeys, 'answer')] : []),
      db.$with('first_use').as(firstUse),
    )
    .insert(directory)
    .values(slots(directory, 'entry'))
    .prepare(name);
}

/** The version of the model that the assessment was made by; null, which the column refuses, once a later one is released. */
function versionStillInForce(): SQL {
  const version = sql`${sql.placeholder('assessment.modelVersion')}::int`;
  const { tenantId, state, version: released } = riskModelVersions;
  return sql`case when not exists (
    select 1 from ${riskModelVersions}
    where ${tenantId} = ${sql.placeholder('submission.tenantId')} and ${state} = 'released' and ${released} > ${version}
  ) then ${version} end`;
}

function eventPart(index: number): string {
  return `event${index}`;
}

/** A row whose values are named `<part>.<column>` and given later; a generated column has none. */
function slots<T extends PgTable>(table: T, part: string): PgInsertValue<T> {
  const row: Record<string, SQL> = Object.fromEntries(
    writtenColumns(table).map(([name]) => [name, sql`${sql.placeholder(`${part}.${name}`)}`]),
  );
  return row as PgInsertValue<T>;
}

/** Adds the values for {@link slots}, as the driver takes them: drizzle encodes none that is given later and may be null. */
function addValues(
  into: Record<string, unknown>,
  table: PgTable,
  part: string,
  row: Record<string, unknown>,
): void {
  for (const [name, column] of writtenColumns(table)) {
    const value = row[name];
    into[`${part}.${name}`] = value === null ? null : column.mapToDriverValue(value);
  }
}

const written = new WeakMap<PgTable, ReturnType<typeof listWritten>>();

/** A table's columns but for generated ones; listed once, because drizzle copies them all at each asking. */
function writtenColumns(table: PgTable) {
  const known = written.get(table) ?? listWritten(table);
  written.set(table, known);
  return known;
}

function listWritten(table: PgTable) {
  return Object.entries(getTableColumns(table)).filter(([, column]) => column.generated === undefined);
}
