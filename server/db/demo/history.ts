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
  type RiskLevel,
} from '@/lib/kyc/contract/lists';
import { DEFAULT_CASE_SETTINGS } from '@/lib/kyc/case-settings';
import { dayOf, reviewDate } from '@/lib/kyc/review-date';
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
import { employeeOf, SYSTEM, staff } from './actors';
import { answerTo } from './answers';
import { DEMO_CASES, DEMO_LEVELS, DEMO_NOTES, type DemoDecision, type DemoNote } from './casework';
import type { DemoCustomer } from './cast';
import { customerRow, nameOf } from './customer-row';
import { decisionEvent, decisionOf, otherThan } from './decided';
import { type DemoDocumentRow, documentRow, documentsOf } from './documents';
import { DEMO_FORMS } from './forms';
import { demoId } from './ids';
import { movesTo } from './moves';
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

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

/** Lives a customer's onboarding through, from the creation to where the customer stands now. */
export async function historyOf(customer: DemoCustomer, tenantId: string, now: Date): Promise<DemoHistory> {
  const life = new Life(customer, tenantId, now);
  await life.create();
  await life.fillIn();
  for (const [from, to] of movesTo(customer)) await life.move(from, to);
  for (const request of DEMO_REQUESTS[customer.email] ?? []) life.ask(request);
  await life.work();
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
  readonly #end: Date;
  readonly #rows: Omit<DemoHistory, 'customer' | 'submission' | 'answers' | 'mail' | 'link' | 'inReview'> = {
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
  readonly #inReview: DemoHistory['inReview'];
  #approved: Date | null = null;
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
    this.#end = now;
    const assignee = DEMO_CASES[customer.email]?.assignee ?? null;
    this.#inReview = { since: now, assignee, escalated: null };
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
    this.#keep('customer.created', by);
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
      if (page === 1) this.#become('Onboarding', this.#self(), 'answers.saved');
      this.#handIn(page);
      this.#answer(page);
      await this.#assess('answers.saved', this.#self());
    }
  }

  /** Moves on to another state, as the one who may do that. */
  async move(from: KycState, to: KycState): Promise<void> {
    if (from === 'Approved') this.#passUntil(this.#comesDue());
    else this.#pass(this.#pace);
    if (to === 'Approved' || to === 'Rejected') return this.#decideOn(to);
    if (to === 'OnboardingAfterRejection') {
      this.#become(to, this.#self(), 'answers.saved');
      this.#completed = null;
      this.#answer(this.#of.pages);
      return this.#assess('answers.saved', this.#self());
    }
    const { sentDaysAgo } = DEMO_CASES[this.#of.email] ?? {};
    if (sentDaysAgo !== undefined) this.#passUntil(new Date(this.#end.getTime() - sentDaysAgo * DAY));
    const [trigger, by] =
      from === 'Approved' ? ['review.due', SYSTEM] : ['submission.submitted', this.#self()];
    this.#become(to, by, trigger);
    this.#completed ??= this.#now;
    this.#inReview.since = this.#now;
    await this.#assess(trigger, SYSTEM);
  }

  /** Has compliance approve or reject, a second person where one is needed. */
  #decideOn(to: 'Approved' | 'Rejected'): void {
    const by = to === 'Approved' ? ACCOUNT.compliance : ACCOUNT.compliance2;
    const [kind, reason, note] = decidedAs(to, this.#current().riskLevelId);
    const submissionId = this.#ids.submission;
    const seen = { type: 'profile.viewed', submissionId, data: { version: this.#version } } as const;
    this.#record(staff(by), seen);
    this.#pass(HOUR / 4);
    const who = this.#decide({ kind, by, reason, note });
    this.#become(to, staff(who), `decision.${kind}`);
    if (to === 'Approved') this.#approved = this.#now;
  }

  /** What compliance and the relationship manager did besides: a level, a case's escalation, a proposal, notes. */
  async work(): Promise<void> {
    const { email } = this.#of;
    const { escalation, proposal } = DEMO_CASES[email] ?? {};
    const level = DEMO_LEVELS[email];
    if (level) await this.#setLevel(level);
    if (escalation) {
      this.#pass(this.#pace / 2);
      this.#decide(escalation);
      this.#inReview.escalated = { by: escalation.by, at: this.#now };
    }
    if (proposal) {
      this.#pass(HOUR);
      this.#put(proposal);
    }
    const { assignee } = this.#inReview;
    if (assignee !== null) {
      const data = { from: null, to: staffId(assignee) };
      this.#record(staff(assignee), { type: 'case.assigned', submissionId: this.#ids.submission, data });
    }
    for (const [index, note] of (DEMO_NOTES[email] ?? []).entries()) this.#note(note, index);
  }

  /** Puts a decision down: made at once, or proposed. */
  #put(decision: DemoDecision): DemoHistory['decisions'][number] {
    const validUntil = decision.level && dayOf(new Date(this.#end.getTime() + decision.level.days * DAY));
    const row = decisionOf(decision, {
      tenantId: this.#tenantId,
      submissionId: this.#ids.submission,
      assessment: this.#current(),
      seenVersion: this.#version,
      madeAt: this.#now,
      ...(validUntil === undefined ? {} : { validUntil }),
    });
    this.#rows.decisions.push(row);
    this.#record(staff(decision.by), decisionEvent(row));
    return row;
  }

  /** Decides, with a second person where one is needed; gives the account with which it took effect. */
  #decide(decision: DemoDecision): number {
    const row = this.#put(decision);
    if (!row.needsSecond) return decision.by;
    const checker = otherThan(decision.by);
    this.#pass(3 * HOUR);
    const data = { decisionId: row.id, kind: row.kind };
    this.#record(staff(checker), { type: 'decision.confirmed', submissionId: row.submissionId, data });
    Object.assign(row, { state: 'effective', checkerId: staffId(checker), closedAt: this.#now });
    row.checkerNote = 'I have looked at the evidence and agree.';
    return checker;
  }

  /** Has two people set another level than the calculated one. */
  async #setLevel(decision: (typeof DEMO_LEVELS)[string]): Promise<void> {
    this.#pass(DAY);
    const by = staff(this.#decide(decision));
    const row = this.#rows.decisions.at(-1);
    const { riskLevelId, days } = decision.level;
    const [tenantId, submissionId] = [this.#tenantId, this.#ids.submission];
    const id = demoId('override', submissionId);
    const validUntil = dayOf(new Date(this.#end.getTime() + days * DAY));
    const decisionId = row?.id ?? '';
    const held = { id, tenantId, submissionId, decisionId, riskLevelId, validUntil };
    this.#rows.overrides.push({ ...held, createdAt: this.#now });
    const data = { overrideId: id, decisionId, riskLevelId, validUntil };
    this.#record(by, { type: 'risk.overridden', submissionId, data });
    this.#version += 1;
    this.#keep('risk.overridden', by);
    await this.#assess('risk.overridden', by, { id, riskLevelId });
  }

  #note({ by, hoursAgo, audience, body, mentions = [] }: DemoNote, index: number): void {
    const [tenantId, submissionId] = [this.#tenantId, this.#ids.submission];
    const id = demoId('note', submissionId, String(index));
    const at = new Date(this.#end.getTime() - hoursAgo * HOUR);
    this.#rows.notes.push({
      id,
      tenantId,
      submissionId,
      authorId: staffId(by),
      audience,
      body,
      createdAt: at,
    });
    this.#rows.mentions.push(...mentions.map((one) => ({ noteId: id, staffId: staffId(one) })));
    const event = { type: 'note.added', submissionId, data: { noteId: id, audience } } as const;
    this.#recordAt(staff(by), event, at);
  }

  /** The moment after the day on which the next review falls, which is kept. */
  #comesDue(): Date {
    const [tenantId, submissionId] = [this.#tenantId, this.#ids.submission];
    const decidedOn = this.#approved && dayOf(this.#approved);
    const documents = this.#rows.documents.flatMap(({ row: { documentTypeId, expiryDate } }) =>
      expiryDate ? [{ documentTypeId, expiryDate }] : [],
    );
    const review = reviewDate(
      {
        level: this.#current().riskLevelId,
        decidedOn,
        assessedOn: dayOf(this.#born),
        documents,
        overrideUntil: null,
        raisedOn: null,
      },
      DEFAULT_CASE_SETTINGS,
    );
    const employeeId = employeeOf(this.#of.employee).id;
    const setAt = this.#approved ?? this.#born;
    this.#rows.due = { tenantId, submissionId, employeeId, ...review, setAt };
    return new Date(Date.parse(review.dueOn) + HOUR);
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
    this.#keep('information.requested', staff(by));
  }

  history(): DemoHistory {
    const { customer: customerId, submission: id } = this.#ids;
    const given = [...this.#given].map(([fieldId, { value }]) => ({ fieldId, value }));
    const [mail, link] = [this.#mail, this.#link];
    if (!mail || !link) throw new Error('a history begins with the creation');
    return {
      ...this.#rows,
      inReview: this.#inReview,
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
    this.#keep('answers.saved', this.#self());
    for (const fieldId of fieldIds) {
      const { value, fieldTypeId, at } = this.#given.get(fieldId) ?? {};
      if (!value || !fieldTypeId || !at) continue;
      const of = { submissionId, fieldId, version: this.#version };
      const by = { answeredAt: at, answeredBy: 'customer' };
      this.#rows.answerVersions.push({ ...of, fieldTypeId, value, ...by });
    }
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
      this.#keep('document.uploaded', this.#self());
    }
  }

  #documentOf(fieldName: string, page: number): string | undefined {
    const file = this.#files.find((one) => one.fieldName === fieldName && one.page <= page);
    return file && this.#documentId(file.fileName);
  }

  #documentId(fileName: string): string {
    return demoId('document', this.#ids.submission, fileName);
  }

  #current(): DemoHistory['assessments'][number] {
    const current = this.#rows.assessments.at(-1);
    if (!current) throw new Error('a history begins with an assessment');
    return current;
  }

  /** Keeps the version that was just made; an assessment that belongs to it is named by it. */
  #keep(trigger: string, actor: Actor): void {
    this.#rows.versions.push({
      submissionId: this.#ids.submission,
      version: this.#version,
      tenantId: this.#tenantId,
      at: this.#now,
      actorKind: actor.kind,
      actorId: actor.id,
      trigger,
      kycState: this.#state,
      assessmentId: this.#rows.assessments.at(-1)?.id ?? null,
    });
  }

  async #assess(
    trigger: string,
    actor: Actor,
    override?: { id: string; riskLevelId: RiskLevel },
  ): Promise<void> {
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
    const { calculatedRiskLevelId, score, modelId, modelVersion } = result;
    const riskLevelId = override?.riskLevelId ?? calculatedRiskLevelId;
    const submissionId = this.#ids.submission;
    const assessmentId = v7({ msecs: this.#now.getTime() });
    this.#rows.assessments.push({
      ...result,
      id: assessmentId,
      submissionId,
      riskLevelId,
      trigger,
      overrideId: override?.id ?? null,
      nextReviewDate: nextReviewDate(riskLevelId, this.#now),
      assessedAt: this.#now,
    });
    Object.assign(this.#rows.versions.at(-1) ?? {}, { assessmentId });
    const data = { assessmentId, riskLevelId, score, modelId, modelVersion, trigger };
    this.#record(actor, { type: 'risk.assessed', submissionId, data });
  }

  #become(to: KycState, actor: Actor, trigger: string): void {
    const data = { from: this.#state, to };
    this.#record(actor, { type: 'submission.state_changed', submissionId: this.#ids.submission, data });
    this.#state = to;
    this.#version += 1;
    this.#keep(trigger, actor);
  }

  /** Puts an event on record, a second after the one before. */
  #record(actor: Actor, event: AuditEvent): void {
    this.#pass(1_000);
    this.#recordAt(actor, event, this.#now);
  }

  #recordAt(actor: Actor, event: AuditEvent, at: Date): void {
    const id = v7({ msecs: at.getTime() });
    this.#rows.events.push(eventRow({ tenantId: this.#tenantId, actor, requestId: id, at, id }, event));
  }

  #pass(ms: number): void {
    this.#now = new Date(this.#now.getTime() + ms);
  }

  #passUntil(moment: Date): void {
    if (moment > this.#now) this.#now = moment;
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

/** Why compliance decided as it did, in the words of the library and its own. */
function decidedAs(
  to: 'Approved' | 'Rejected',
  level: RiskLevel,
): [kind: 'approve' | 'reject', reason: string, note: string] {
  if (to === 'Rejected') {
    const why = 'Source of funds or wealth could not be corroborated';
    return [
      'reject',
      why,
      'The wealth that is told of cannot be followed to its beginning in what was handed in.',
    ];
  }
  return level === 'High'
    ? [
        'approve',
        'Enhanced due diligence completed, residual risk accepted',
        'Senior management has agreed; the account is monitored monthly.',
      ]
    : ['approve', 'Identity and address verified from reliable documents', 'Nothing adverse found.'];
}
