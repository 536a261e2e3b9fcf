import { v7 } from 'uuid';
import { DEMO_API_CLIENT } from '@/lib/demo-accounts';
import type { Actor } from '@/lib/kyc/api';
import { placedFields, shownPages } from '@/lib/kyc/conditions';
import type { AnswerValue } from '@/lib/kyc/contract/answers';
import {
  type DocumentType,
  FIELD_TYPES,
  type FieldType,
  type KycState,
  known,
} from '@/lib/kyc/contract/lists';
import { WELCOME_LINK_MINUTES } from '@/lib/kyc/password-link';
import { progressOf } from '@/lib/kyc/progress';
import { nextReviewDate } from '@/lib/risk/model';
import type { AuditEvent } from '../../audit/events';
import { eventRow } from '../../audit/record';
import { newLink } from '../../auth/links';
import { mailRow } from '../../mail/queue';
import { assess } from '../../risk/assess';
import { shippedModel } from '../../risk/shipped';
import type {
  answers,
  auditEvents,
  customers,
  documentReviews,
  informationRequests,
  mails,
  oneTimeLinks,
  riskAssessments,
  submissions,
} from '../schema';
import { employeeOf, SYSTEM, staff } from './actors';
import { answerTo } from './answers';
import type { DemoCustomer } from './cast';
import { customerRow, nameOf } from './customer-row';
import { type DemoDocumentRow, documentRow, documentsOf } from './documents';
import { DEMO_FORMS } from './forms';
import { demoId } from './ids';
import { movesTo, REVIEW_DAYS } from './moves';
import { DEMO_REQUESTS, type DemoRequest } from './requests';
import { ACCOUNT, staffId } from './staff';

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
  mail: typeof mails.$inferInsert;
  link: typeof oneTimeLinks.$inferInsert;
};

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

/** Lives a customer's onboarding through, from the creation to where the customer stands now. */
export async function historyOf(customer: DemoCustomer, tenantId: string, now: Date): Promise<DemoHistory> {
  const life = new Life(customer, tenantId, now);
  await life.create();
  await life.fillIn();
  for (const [from, to] of movesTo(customer)) await life.move(from, to);
  for (const request of DEMO_REQUESTS[customer.email] ?? []) life.ask(request);
  return life.history();
}

class Life {
  readonly #of: DemoCustomer;
  readonly #tenantId: string;
  readonly #form: (typeof DEMO_FORMS)[keyof typeof DEMO_FORMS];
  readonly #ids: { customer: string; submission: string };
  readonly #born: Date;
  /** How long each part of the onboarding took: two days, or less where there was not as much time. */
  readonly #pace: number;
  readonly #given = new Map<
    string,
    { value: AnswerValue; fieldTypeId: FieldType; at: Date; version: number }
  >();
  readonly #files: ReturnType<typeof documentsOf>;
  readonly #rows: Pick<DemoHistory, 'assessments' | 'documents' | 'events' | 'requests' | 'reviews'> = {
    assessments: [],
    documents: [],
    events: [],
    requests: [],
    reviews: [],
  };
  #now: Date;
  #state: KycState = 'New';
  #completed: Date | null = null;
  #version = 1;
  #mail: DemoHistory['mail'] | undefined;
  #link: DemoHistory['link'] | undefined;

  constructor(customer: DemoCustomer, tenantId: string, now: Date) {
    this.#of = customer;
    this.#tenantId = tenantId;
    this.#form = DEMO_FORMS[customer.form];
    this.#ids = {
      customer: demoId('customer', customer.email),
      submission: demoId('submission', customer.email),
    };
    this.#born = new Date(now.getTime() - customer.daysAgo * DAY);
    this.#now = this.#born;
    this.#pace = Math.min(customer.daysAgo / 12, 2) * DAY;
    this.#files = documentsOf(customer, dayOf(this.#born));
  }

  async create(): Promise<void> {
    const { userType, employee, email } = this.#of;
    const { id: employeeId, name: employeeName } = employeeOf(employee);
    const submissionId = this.#ids.submission;
    const by = this.#manager();
    this.#record(by, {
      type: 'customer.created',
      submissionId,
      data: { userType, employeeId, formId: this.#form.id, sendEmail: true },
    });
    await this.#assess('customer.created', by);
    const minutes = WELCOME_LINK_MINUTES;
    const { row: link, url } = newLink(
      { tenantId: this.#tenantId, purpose: 'customer_password', subjectId: submissionId, minutes },
      this.#now,
    );
    const mail = mailRow(
      {
        kind: 'welcome',
        tenantId: this.#tenantId,
        recipient: email,
        submissionId,
        values: { customerName: nameOf(this.#of), employeeName, submissionId, url, minutes },
      },
      this.#now,
      demoId('mail', email),
    );
    this.#record(by, mail.event);
    this.#mail = { ...mail.row, state: 'kept' };
    // Who has begun to fill in has used the link.
    this.#link = { ...link, usedAt: this.#of.pages > 0 ? this.#now : null };
  }

  async fillIn(): Promise<void> {
    for (let page = 1; page <= this.#of.pages; page += 1) {
      this.#pass(this.#pace);
      if (page === 1) this.#become('Onboarding', this.#self());
      this.#handIn(page);
      this.#answer(page);
      await this.#assess('answers.saved', this.#self());
    }
  }

  /** Moves on to another state, as the one who may do that. */
  async move(from: KycState, to: KycState): Promise<void> {
    if (from === 'Approved') this.#passUntil(REVIEW_DAYS * DAY);
    else this.#pass(this.#pace);
    const submissionId = this.#ids.submission;
    if (to === 'Approved' || to === 'Rejected') {
      const by = staff(to === 'Approved' ? ACCOUNT.compliance : ACCOUNT.compliance2);
      this.#record(by, { type: 'profile.viewed', submissionId, data: { version: this.#version } });
      this.#pass(HOUR / 4);
      this.#become(to, by);
      return;
    }
    this.#become(to, from === 'Approved' ? SYSTEM : this.#self());
    if (to === 'OnboardingAfterRejection') {
      this.#completed = null;
      this.#answer(this.#of.pages);
      await this.#assess('answers.saved', this.#self());
    } else {
      this.#completed ??= this.#now;
      await this.#assess(from === 'Approved' ? 'review.due' : 'submission.submitted', SYSTEM);
    }
  }

  /** Has compliance ask for something again, and wait for it. */
  ask({ fieldName, documentTypeId, reason, words }: DemoRequest): void {
    this.#pass(this.#pace / 2);
    const submissionId = this.#ids.submission;
    const placed = placedFields(this.#form.pages).find(({ field }) => field.name === fieldName);
    if (!placed) throw new Error(`the form has no field ${fieldName}`);
    const fieldId = placed.field.id;
    const documentId = documentTypeId && (this.#documentOf(fieldName, this.#of.pages) ?? null);
    const [id, by] = [demoId('request', submissionId, fieldId), ACCOUNT.compliance];
    this.#record(staff(by), {
      type: 'information.requested',
      submissionId,
      data: { requestId: id, fieldId, documentTypeId, documentId, reason },
    });
    const of = { tenantId: this.#tenantId, submissionId, createdAt: this.#now };
    const requestedBy = staffId(by);
    this.#rows.requests.push({ id, ...of, fieldId, documentTypeId, documentId, reason, words, requestedBy });
    if (documentId !== null) {
      const review = { decision: 'askedAgain', requestId: id, reviewedBy: requestedBy } as const;
      this.#rows.reviews.push({ id: demoId('review', id), ...of, ...review, documentId });
    }
    this.#version += 1;
  }

  history(): DemoHistory {
    const { customer: customerId, submission: id } = this.#ids;
    const given = [...this.#given].map(([fieldId, { value }]) => ({ fieldId, value }));
    const [mail, link] = [this.#mail, this.#link];
    if (!mail || !link) throw new Error('a history begins with the creation');
    return {
      ...this.#rows,
      customer: customerRow(this.#of, customerId, this.#tenantId, this.#born),
      submission: {
        id,
        tenantId: this.#tenantId,
        customerId,
        formId: this.#form.id,
        formVersion: 1,
        employeeId: employeeOf(this.#of.employee).id,
        kycState: this.#state,
        onboardingProgress: progressOf(this.#form.pages, given, this.#completed !== null).onboardingProgress,
        onboardingStarted: this.#born,
        onboardingCompleted: this.#completed,
        submissionClassification: this.#of.userType === 'LegalCustomer' ? 'Professional' : 'Retail',
        approvalClassificationState: this.#state === 'Approved' ? 'Accepted' : 'Pending',
        version: this.#version,
        createdAt: this.#born,
        updatedAt: this.#now,
      },
      answers: [...this.#given].map(([fieldId, { value, fieldTypeId, at, version }]) => ({
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

  /** Answers what is shown of a page, given all that this customer tells. */
  #answer(page: number): void {
    const told = this.#told(page);
    const shown = shownPages(this.#form.pages, told);
    const fields = placedFields(shown.filter(({ order }) => order === page)).map(({ field }) => field);
    const fieldIds = fields.flatMap((field) => {
      const fieldTypeId = known(FIELD_TYPES, field.fieldTypeId);
      const value = told.get(field.id);
      if (value === undefined || fieldTypeId === undefined) return [];
      this.#given.set(field.id, { value, fieldTypeId, at: this.#now, version: this.#version + 1 });
      return [field.id];
    });
    if (fieldIds.length === 0) return;
    const submissionId = this.#ids.submission;
    this.#record(this.#self(), { type: 'answers.saved', submissionId, data: { fieldIds } });
    this.#version += 1;
  }

  /** What the customer says to every field of the form, by its id, with the documents of the pages so far. */
  #told(page: number): Map<string, AnswerValue> {
    const documentIdOf = (fieldName: string) => this.#documentOf(fieldName, page);
    return new Map(
      placedFields(this.#form.pages).flatMap(({ field }) => {
        const value = answerTo(field, this.#of, { documentIdOf, at: this.#now });
        return value === undefined ? [] : [[field.id, value]];
      }),
    );
  }

  #handIn(page: number): void {
    for (const file of this.#files.filter((one) => one.page === page)) {
      const submissionId = this.#ids.submission;
      const row = documentRow(file, submissionId, this.#documentId(file.fileName), this.#now);
      this.#rows.documents.push({ row, bytes: file.bytes });
      const { id: documentId, documentTypeId, sha256 } = row;
      this.#record(this.#self(), {
        type: 'document.recorded',
        submissionId,
        data: { documentId, documentTypeId, sha256 },
      });
      this.#version += 1;
    }
  }

  #documentOf(fieldName: string, page: number): string | undefined {
    const file = this.#files.find((one) => one.fieldName === fieldName && one.page <= page);
    return file && this.#documentId(file.fileName);
  }

  #documentId(fileName: string): string {
    return demoId('document', this.#ids.submission, fileName);
  }

  async #assess(trigger: string, actor: Actor): Promise<void> {
    const result = await assess(
      {
        userType: this.#of.userType,
        pages: this.#form.pages,
        answers: [...this.#given].map(([fieldId, { value }]) => ({ fieldId, value })),
        documents: this.#rows.documents.map(({ row }) => ({
          documentTypeId: row.documentTypeId as DocumentType,
          expiryDate: row.expiryDate ?? null,
        })),
        today: dayOf(this.#now),
      },
      shippedModel(),
    );
    const { calculatedRiskLevelId: riskLevelId, score, modelId, modelVersion } = result;
    const submissionId = this.#ids.submission;
    const assessmentId = v7({ msecs: this.#now.getTime() });
    this.#rows.assessments.push({
      ...result,
      id: assessmentId,
      submissionId,
      riskLevelId,
      trigger,
      nextReviewDate: nextReviewDate(riskLevelId, this.#now),
      assessedAt: this.#now,
    });
    const data = { assessmentId, riskLevelId, score, modelId, modelVersion, trigger };
    this.#record(actor, { type: 'risk.assessed', submissionId, data });
  }

  #become(to: KycState, actor: Actor): void {
    const data = { from: this.#state, to };
    this.#record(actor, { type: 'submission.state_changed', submissionId: this.#ids.submission, data });
    this.#state = to;
    this.#version += 1;
  }

  /** Puts an event on record, a second after the one before. */
  #record(actor: Actor, event: AuditEvent): void {
    this.#pass(1_000);
    const at = this.#now;
    const id = v7({ msecs: at.getTime() });
    this.#rows.events.push(eventRow({ tenantId: this.#tenantId, actor, requestId: id, at, id }, event));
  }

  #pass(ms: number): void {
    this.#now = new Date(this.#now.getTime() + ms);
  }

  #passUntil(age: number): void {
    this.#now = new Date(this.#born.getTime() + age);
  }

  #self(): Actor {
    return { kind: 'customer', id: this.#ids.submission };
  }

  /** Two relationship managers create by hand; the other employees' customers come from the outside system. */
  #manager(): Actor {
    return this.#of.employee <= ACCOUNT.secondManager
      ? staff(this.#of.employee)
      : { kind: 'apiClient', id: DEMO_API_CLIENT.appId };
  }
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
