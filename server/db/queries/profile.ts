import { and, desc, eq, sql } from 'drizzle-orm';
import type { CaseSettings } from '@/lib/kyc/case-settings';
import type { AnswerValue } from '@/lib/kyc/contract/answers';
import type { FieldType } from '@/lib/kyc/contract/lists';
import type { Review } from '@/lib/kyc/reviews';
import type { DbOrTx } from '../client';
import { preparedOnce } from '../prepared';
import {
  answers,
  caseSettings,
  customers,
  documents,
  employees,
  forms,
  formVersions,
  informationRequests,
  reviewSchedules,
  riskAssessments,
  submissions,
} from '../schema';
import { type DocumentRow, documentColumns } from './documents';
import { formSummaryColumns } from './forms';
import { overrideJson } from './overrides';
import { isOpen } from './requests';

/** A moment as PostgreSQL writes it into JSON: ISO 8601 with the session's offset. */
type JsonMoment = string;

/** The next review of a submission that is approved, or was when its review began. */
const reviewJson = sql<Review | null>`(
  select json_build_object('dueOn', ${reviewSchedules.dueOn}, 'because', ${reviewSchedules.because}, 'basis', ${reviewSchedules.basis})
  from ${reviewSchedules} where ${reviewSchedules.submissionId} = ${submissions.id}
)`;

/** The months between reviews as the tenant set them; null = the defaults. */
const reviewMonthsJson = sql<CaseSettings['reviewMonths'] | null>`(
  select ${caseSettings.value}->'reviewMonths' from ${caseSettings} where ${caseSettings.tenantId} = ${submissions.tenantId}
)`;

export type AnswerRow = {
  id: string;
  fieldId: string;
  fieldTypeId: FieldType;
  value: AnswerValue;
  answeredAt: JsonMoment;
  answeredBy: string;
  version: number;
};

const answersJson = sql<AnswerRow[]>`(
  select coalesce(json_agg(json_build_object(
    'id', ${answers.id}, 'fieldId', ${answers.fieldId}, 'fieldTypeId', ${answers.fieldTypeId},
    'value', ${answers.value}, 'answeredAt', ${answers.answeredAt}, 'answeredBy', ${answers.answeredBy},
    'version', ${answers.version})), '[]')
  from ${answers} where ${answers.submissionId} = ${submissions.id}
)`;

/** A request that is open, as the engine judges by it. */
export type OpenRequest = Pick<
  typeof informationRequests.$inferSelect,
  'id' | 'fieldId' | 'documentTypeId' | 'documentId'
> & { createdAt: JsonMoment };

const openRequestsJson = sql<OpenRequest[]>`(
  select coalesce(json_agg(json_build_object(
    'id', ${informationRequests.id}, 'fieldId', ${informationRequests.fieldId},
    'documentTypeId', ${informationRequests.documentTypeId}, 'documentId', ${informationRequests.documentId},
    'createdAt', ${informationRequests.createdAt}) order by ${informationRequests.createdAt}), '[]')
  from ${informationRequests} where ${informationRequests.submissionId} = ${submissions.id} and ${isOpen}
)`;

const documentsJson = sql<Array<Omit<DocumentRow, 'uploadedAt'> & { uploadedAt: JsonMoment }>>`(
  select coalesce(json_agg(json_build_object(${sql.join(
    Object.entries(documentColumns).flatMap(([name, column]) => [sql.raw(`'${name}'`), column]),
    sql`, `,
  )}) order by ${documents.uploadedAt}, ${documents.id}), '[]')
  from ${documents} where ${documents.submissionId} = ${submissions.id} and ${documents.deletedAt} is null
)`;

const profileStatement = preparedOnce((db) => {
  const current = db
    .select()
    .from(riskAssessments)
    .where(eq(riskAssessments.submissionId, submissions.id))
    .orderBy(desc(riskAssessments.assessedAt), desc(riskAssessments.id))
    .limit(1)
    .as('current_assessment');
  return db
    .select({
      submission: submissions,
      customer: customers,
      employeeName: employees.name,
      form: formSummaryColumns,
      pages: formVersions.pages,
      answers: answersJson,
      documents: documentsJson,
      openRequests: openRequestsJson,
      assessment: current._.selectedFields,
      review: reviewJson,
      reviewMonths: reviewMonthsJson,
      override: overrideJson(sql`${current.overrideId}`),
    })
    .from(submissions)
    .innerJoin(customers, eq(customers.id, submissions.customerId))
    .innerJoin(employees, eq(employees.id, submissions.employeeId))
    .innerJoin(forms, eq(forms.id, submissions.formId))
    .innerJoin(
      formVersions,
      and(eq(formVersions.formId, submissions.formId), eq(formVersions.version, submissions.formVersion)),
    )
    .leftJoinLateral(current, sql`true`)
    .where(
      and(
        eq(submissions.id, sql.placeholder('submissionId')),
        eq(submissions.tenantId, sql.placeholder('tenantId')),
      ),
    )
    .prepare('profile_of_submission');
});

/** All that a submission's profile is made of, as of one moment, in one statement; undefined for none of the tenant. */
export async function profileRow(db: DbOrTx, tenantId: string, submissionId: string) {
  const [row] = await profileStatement(db).execute({ tenantId, submissionId });
  return row;
}

export type ProfileRow = NonNullable<Awaited<ReturnType<typeof profileRow>>>;
