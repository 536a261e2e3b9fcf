import { dayOf } from '@/lib/days';
import { v7 } from 'uuid';
import { DEMO_API_CLIENT } from '@/lib/demo-accounts';
import type { Actor } from '@/lib/kyc/api';
import type { AnswerValue } from '@/lib/kyc/contract/answers';
import { type DocumentType, type FieldType, type KycState, type RiskLevel } from '@/lib/kyc/contract/lists';
import { progressOf } from '@/lib/kyc/progress';
import type { AuditEvent } from '../../audit/events';
import { eventRow } from '../../audit/record';
import { assess } from '../../risk/assess';
import { shippedModel } from '../../risk/shipped';
import type {
  answers,
  answerVersions,
  auditEvents,
  caseNotes,
  customers,
  decisions,
  documentReviews,
  informationRequests,
  mails,
  noteMentions,
  oneTimeLinks,
  profileVersions,
  reviewSchedules,
  riskAssessments,
  riskOverrides,
  submissions,
} from '../schema';
import { employeeOf, staff } from './actors';
import { DEMO_CASES } from './casework';
import type { DemoCustomer } from './cast';
import { customerRow } from './customer-row';
import { type DemoDocumentRow, documentsOf } from './documents';
import { DEMO_FORMS } from './forms';
import { demoId } from './ids';
import { ACCOUNT } from './staff';

/** The rows of one customer, and the files that they name. */
export type DemoHistory = {
  customer: typeof customers.$inferInsert;
  submission: typeof submissions.$inferInsert;
  answers: Array<typeof answers.$inferInsert>;
  assessments: Array<typeof riskAssessments.$inferInsert>;
  documents: Array<{ row: DemoDocumentRow; bytes: Uint8Array }>;
  events: Array<typeof auditEvents.$inferInsert>;
  requests: Array<typeof informationRequests.$inferInsert>;
  reviews: Array<typeof documentReviews.$inferInsert>;
  versions: Array<typeof profileVersions.$inferInsert>;
  answerVersions: Array<typeof answerVersions.$inferInsert>;
  decisions: Array<typeof decisions.$inferInsert>;
  overrides: Array<typeof riskOverrides.$inferInsert>;
  notes: Array<typeof caseNotes.$inferInsert>;
  mentions: Array<typeof noteMentions.$inferInsert>;
  /** The review that came due; those to come are worked out from the rows. */
  due: typeof reviewSchedules.$inferInsert | null;
  /** The case in the queue: since when, who has it, and who escalated it. */
  inReview: { since: Date; assignee: number | null; escalated: { by: number; at: Date } | null };
  mail: typeof mails.$inferInsert;
  link: typeof oneTimeLinks.$inferInsert;
};

export const HOUR = 60 * 60_000;
export const DAY = 24 * HOUR;

/** What every part of a customer's life writes: versions, assessments, moves and events, on a clock of its own. */
export class LifeRecord {
  protected readonly of: DemoCustomer;
  protected readonly tenantId: string;
  protected readonly form: (typeof DEMO_FORMS)[keyof typeof DEMO_FORMS];
  protected readonly ids: { customer: string; submission: string };
  protected readonly born: Date;
  /** How long each part of the onboarding took: two days, or less where there was not as much time. */
  protected readonly pace: number;
  protected readonly given = new Map<
    string,
    { value: AnswerValue; fieldTypeId: FieldType; at: Date; version: number }
  >();
  protected readonly files: ReturnType<typeof documentsOf>;
  protected readonly end: Date;
  protected readonly rows: Omit<
    DemoHistory,
    'customer' | 'submission' | 'answers' | 'mail' | 'link' | 'inReview'
  > = {
    assessments: [],
    documents: [],
    events: [],
    requests: [],
    reviews: [],
    versions: [],
    answerVersions: [],
    decisions: [],
    overrides: [],
    notes: [],
    mentions: [],
    due: null,
  };
  protected readonly inReview: DemoHistory['inReview'];
  protected approved: Date | null = null;
  protected now: Date;
  protected state: KycState = 'New';
  protected completed: Date | null = null;
  protected version = 1;
  protected mail: DemoHistory['mail'] | undefined;
  protected link: DemoHistory['link'] | undefined;

  constructor(customer: DemoCustomer, tenantId: string, now: Date) {
    this.of = customer;
    this.tenantId = tenantId;
    this.form = DEMO_FORMS[customer.form];
    this.ids = {
      customer: demoId('customer', customer.email),
      submission: demoId('submission', customer.email),
    };
    this.born = new Date(now.getTime() - customer.daysAgo * DAY);
    this.now = this.born;
    this.end = now;
    const assignee = DEMO_CASES[customer.email]?.assignee ?? null;
    this.inReview = { since: now, assignee, escalated: null };
    this.pace = Math.min(customer.daysAgo / 12, 2) * DAY;
    this.files = documentsOf(customer, dayOf(this.born));
  }

  history(): DemoHistory {
    const { customer: customerId, submission: id } = this.ids;
    const given = [...this.given].map(([fieldId, { value }]) => ({ fieldId, value }));
    const [mail, link] = [this.mail, this.link];
    if (!mail || !link) throw new Error('a history begins with the creation');
    return {
      ...this.rows,
      inReview: this.inReview,
      customer: customerRow(this.of, customerId, this.tenantId, this.born),
      submission: {
        id,
        tenantId: this.tenantId,
        customerId,
        formId: this.form.id,
        formVersion: 1,
        employeeId: employeeOf(this.of.employee).id,
        kycState: this.state,
        onboardingProgress: progressOf(this.form.pages, given, this.completed !== null).onboardingProgress,
        onboardingStarted: this.born,
        onboardingCompleted: this.completed,
        submissionClassification: this.of.userType === 'LegalCustomer' ? 'Professional' : 'Retail',
        approvalClassificationState: this.state === 'Approved' ? 'Accepted' : 'Pending',
        version: this.version,
        createdAt: this.born,
        updatedAt: this.now,
      },
      answers: [...this.given].map(([fieldId, { value, fieldTypeId, at, version }]) => ({
        id: demoId('answer', id, fieldId),
        submissionId: id,
        fieldId,
        fieldTypeId,
        value,
        answeredAt: at,
        answeredBy: 'customer',
        version,
      })),
      mail,
      link,
    };
  }

  protected current(): DemoHistory['assessments'][number] {
    const current = this.rows.assessments.at(-1);
    if (!current) throw new Error('a history begins with an assessment');
    return current;
  }

  /** Keeps the version that was just made; an assessment that belongs to it is named by it. */
  protected keep(trigger: string, actor: Actor): void {
    this.rows.versions.push({
      submissionId: this.ids.submission,
      version: this.version,
      tenantId: this.tenantId,
      at: this.now,
      actorKind: actor.kind,
      actorId: actor.id,
      trigger,
      kycState: this.state,
      assessmentId: this.rows.assessments.at(-1)?.id ?? null,
    });
  }

  protected async assess(
    trigger: string,
    actor: Actor,
    override?: { id: string; riskLevelId: RiskLevel },
  ): Promise<void> {
    const result = await assess(
      {
        userType: this.of.userType,
        pages: this.form.pages,
        answers: [...this.given].map(([fieldId, { value }]) => ({ fieldId, value })),
        documents: this.rows.documents.map(({ row }) => ({
          documentTypeId: row.documentTypeId as DocumentType,
          expiryDate: row.expiryDate ?? null,
        })),
        today: dayOf(this.now),
      },
      shippedModel(),
    );
    const { calculatedRiskLevelId, score, modelId, modelVersion } = result;
    const riskLevelId = override?.riskLevelId ?? calculatedRiskLevelId;
    const submissionId = this.ids.submission;
    const assessmentId = v7({ msecs: this.now.getTime() });
    this.rows.assessments.push({
      ...result,
      id: assessmentId,
      submissionId,
      riskLevelId,
      trigger,
      overrideId: override?.id ?? null,
      assessedAt: this.now,
    });
    Object.assign(this.rows.versions.at(-1) ?? {}, { assessmentId });
    const data = { assessmentId, riskLevelId, score, modelId, modelVersion, trigger };
    this.record(actor, { type: 'risk.assessed', submissionId, data });
  }

  protected become(to: KycState, actor: Actor, trigger: string): void {
    const data = { from: this.state, to };
    this.record(actor, { type: 'submission.state_changed', submissionId: this.ids.submission, data });
    this.state = to;
    this.version += 1;
    this.keep(trigger, actor);
  }

  /** Puts an event on record, a second after the one before. */
  protected record(actor: Actor, event: AuditEvent): void {
    this.pass(1_000);
    this.recordAt(actor, event, this.now);
  }

  protected recordAt(actor: Actor, event: AuditEvent, at: Date): void {
    const id = v7({ msecs: at.getTime() });
    this.rows.events.push(eventRow({ tenantId: this.tenantId, actor, requestId: id, at, id }, event));
  }

  protected pass(ms: number): void {
    this.now = new Date(this.now.getTime() + ms);
  }

  protected passUntil(moment: Date): void {
    if (moment > this.now) this.now = moment;
  }

  protected self(): Actor {
    return { kind: 'customer', id: this.ids.submission };
  }

  /** Two relationship managers create by hand; the other employees' customers come from the outside system. */
  protected manager(): Actor {
    return this.of.employee <= ACCOUNT.secondManager
      ? staff(this.of.employee)
      : { kind: 'apiClient', id: DEMO_API_CLIENT.appId };
  }
}
