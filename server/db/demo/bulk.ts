import { sql } from 'drizzle-orm';
import { PUBLISHED_FORM_ID } from '@/lib/demo-accounts';
import { RISK_LEVELS, USER_TYPES, type UserType } from '@/lib/kyc/contract/lists';
import { assessMany } from '../../risk/assess';
import { shippedModel } from '../../risk/shipped';
import type { Database, Tx } from '../client';
import { inTransaction } from '../transaction';
import { seedCases, seedDecisions, seedReviews, seedVersions } from './bulk-cases';
import { crowdFacts } from './bulk-facts';
import { DEMO_EMPLOYEES } from './staff';

/** How many customers one transaction makes: a few seconds of the embedded database's only session. */
const BATCH = 10_000;

type Crowd = { count: number; tenantId: string; now: Date };

/**
 * Makes a crowd of customers in SQL, for measuring and for tests: both kinds, states and levels in a believable mix, spread
 * over four years and six employees, each with a submission, its versions and an assessment, so that every profile opens; who was
 * decided about has the decision and the day of the next review, and what waits for one is in the queue. The demo's employees, forms
 * and accounts must be there. The same count gives the same customers.
 */
export async function seedDirectory(db: Database, { count, tenantId, now }: Crowd): Promise<void> {
  for (let first = 1; first <= count; first += BATCH) {
    const last = Math.min(first + BATCH - 1, count);
    await inTransaction(db, (tx) => seedBatch(tx, { first, last, tenantId, now }));
  }
}

type Batch = { first: number; last: number; tenantId: string; now: Date };

async function seedBatch(tx: Tx, { first, last, tenantId, now }: Batch): Promise<void> {
  // `h` spreads a customer's properties independently of each other, the same way each time.
  await tx.execute(sql`
    create temporary table crowd on commit drop as
    select i, md5('customer/' || i)::uuid::text as customer_id, md5('submission/' || i)::uuid::text as submission_id,
      case when h % 4 = 0 then ${LEGAL} else ${PERSON} end as user_type,
      (${textArray(FIRST_NAMES)})[1 + (h / 4) % ${FIRST_NAMES.length}] as first_name,
      (${textArray(LAST_NAMES)})[1 + (h / 64) % ${LAST_NAMES.length}] || '-' || i as last_name,
      (${textArray(DEMO_EMPLOYEES.map(({ id }) => id))})[1 + (h / 1024) % ${DEMO_EMPLOYEES.length}] as employee_id,
      (${textArray(STATES)})[1 + (h / 8192) % ${STATES.length}] as state,
      (${textArray(LEVELS)})[1 + (h / 131072) % ${LEVELS.length}] as level,
      ${now.toISOString()}::timestamptz - (h % 1460) * interval '1 day' - (i % 86400) * interval '1 second' as created_at,
      g, ${now.toISOString()}::timestamptz as now
    from (
      select i, ('x' || substr(md5(i::text), 1, 7))::bit(28)::int as h,
        ('x' || substr(md5('case/' || i), 1, 7))::bit(28)::int as g
      from generate_series(${first}::int, ${last}::int) as i
    ) as spread`);
  // Most of what waits is young; some of it has waited for six weeks. A review is due some time in the months of its level, or
  // was a few days ago.
  await tx.execute(sql`
    alter table crowd add column months int, add column changed_at timestamptz, add column review_on date;
    update crowd set months = case level when 'Low' then 36 when 'Medium' then 24 else 12 end,
      changed_at = least(now, case state
        when 'ComplianceReview' then greatest(created_at + interval '1 hour', now - interval '45 days' * power((g % 9973) / 9973.0, 6))
        else created_at + interval '9 days' end);
    update crowd set review_on = case state
      when 'Approved' then now::date - 10 + (g / 16 % (months * 30 + 10))
      else (created_at + months * interval '1 month')::date end`);
  await tx.execute(sql`
    insert into customers (id, tenant_id, user_type, email, email_key, first_name, last_name, full_name,
      registration_number, trading_name, created_at)
    select customer_id, ${tenantId}, user_type, 'crowd-' || i || '@bulk.example', 'crowd-' || i || '@bulk.example',
      case when user_type = ${PERSON} then first_name end, case when user_type = ${PERSON} then last_name end,
      case when user_type = ${LEGAL} then last_name || ' Holdings Ltd' end, case when user_type = ${LEGAL} then 'R' || i end,
      case when user_type = ${LEGAL} then last_name end, created_at
    from crowd`);
  await tx.execute(sql`
    insert into submissions (id, tenant_id, customer_id, form_id, form_version, employee_id, kyc_state, onboarding_progress,
      onboarding_started, onboarding_completed, submission_classification, approval_classification_state, created_at, updated_at)
    select submission_id, ${tenantId}, customer_id, ${PUBLISHED_FORM_ID}, 1, employee_id, state,
      case state when 'New' then 0 when 'Onboarding' then 1 + i % 99 else 100 end, created_at,
      case when state in ('New', 'Onboarding', 'OnboardingAfterRejection') then null else changed_at end,
      'Retail', case state when 'Approved' then 'Accepted' else 'Pending' end, created_at, changed_at
    from crowd`);
  for (const userType of USER_TYPES) await seedAssessments(tx, userType);
  await seedVersions(tx);
  await projectCrowd(tx);
  await seedDecisions(tx, tenantId);
  await seedReviews(tx, tenantId);
  await seedCases(tx, tenantId);
}

/** How many different customers a level has. */
const KINDS_OF_A_LEVEL = 60;

/** An assessment of facts that lead to the level that the crowd's mix asks for, with a score somewhere in the level's band. */
async function seedAssessments(tx: Tx, userType: UserType): Promise<void> {
  const { id, version } = shippedModel();
  const samples = JSON.stringify(await samplesOf(userType));
  await tx.execute(sql`
    insert into risk_assessments (id, submission_id, model_id, model_version, score, calculated_risk_level_id, risk_level_id,
      is_provisional, trigger, detail, facts, assessed_at)
    select md5('assessment/' || i)::uuid::text, submission_id, ${id}, ${version}::int,
      case c.level when 'Low' then i % 3000 when 'Medium' then 3000 + i % 3000 else 6000 + i % 4000 end / 100.0,
      c.level, c.level, s."isProvisional", 'customer.created', s.detail, s.facts, created_at
    from crowd c
    join json_to_recordset(${samples}::json) as s (level text, number int, "of" int, "isProvisional" boolean, detail jsonb, facts jsonb)
      on s.level = c.level and s.number = i % s."of"
    where user_type = ${userType}`);
}

/** Customers as the model rates them, some of each level. */
async function samplesOf(userType: UserType) {
  const facts = Array.from({ length: 2_000 }, (_, number) => crowdFacts(userType, number));
  const results = await assessMany(facts, shippedModel());
  return RISK_LEVELS.flatMap((level) => {
    const own = results
      .filter(({ calculatedRiskLevelId }) => calculatedRiskLevelId === level)
      .slice(0, KINDS_OF_A_LEVEL);
    return own.map(({ isProvisional, detail, facts: known }, number) => ({
      level,
      number,
      of: own.length,
      isProvisional,
      detail,
      facts: known,
    }));
  });
}

/** The whole batch as `projectSubmission` does one. */
async function projectCrowd(tx: Tx): Promise<void> {
  await tx.execute(sql`
    insert into directory (submission_id, tenant_id, user_type, display_name, trading_name, registration_number, email,
      email_key, employee_id, employee_name, form_id, form_name, kyc_state, risk_level_id, risk_score, onboarding_progress,
      version, created_at, updated_at)
    select s.id, s.tenant_id, c.user_type, coalesce(c.full_name, person_name(c.first_name, c.last_name)), c.trading_name,
      c.registration_number, c.email, c.email_key, s.employee_id, e.name, s.form_id, f.name, s.kyc_state, r.risk_level_id,
      r.score, s.onboarding_progress, s.version, s.created_at, s.updated_at
    from crowd w
    join submissions s on s.id = w.submission_id
    join customers c on c.id = s.customer_id
    join employees e on e.id = s.employee_id
    join forms f on f.id = s.form_id
    join risk_assessments r on r.submission_id = s.id`);
}

const [PERSON, LEGAL]: [UserType, UserType] = ['IndividualCustomer', 'LegalCustomer'];

/** Each as often as it stands here. */
const STATES = [
  ...Array.from({ length: 10 }, () => 'Approved'),
  'New',
  'Onboarding',
  'Onboarding',
  'ComplianceReview',
  'Rejected',
  'OnboardingAfterRejection',
];
const LEVELS = ['Low', 'Low', 'Low', 'Low', 'Low', 'Medium', 'Medium', 'High'];

const FIRST_NAMES = [
  'Anna',
  'Omar',
  'Wei',
  'Fatima',
  'John',
  'Olga',
  'Carlos',
  'Aisha',
  'Lukas',
  'Мария',
  'أحمد',
  '伟',
  'Priya',
  'Kwame',
  'Yuki',
  'Elena',
];
const LAST_NAMES = [
  'Smith',
  'Haddad',
  'Chen',
  'Ivanov',
  'García',
  'Okafor',
  'Müller',
  'Khan',
  'Rossi',
  'Иванова',
  'المنصوري',
  '陈',
  'Sharma',
  'Mensah',
  'Tanaka',
  'Popescu',
];

/** A `text[]` of constants, as its elements are parameters each. */
function textArray(values: readonly string[]) {
  return sql`array[${sql.join(
    values.map((value) => sql`${value}::text`),
    sql`, `,
  )}]`;
}
