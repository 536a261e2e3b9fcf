import { dayOf } from '@/lib/days';
import { DEFAULT_CASE_SETTINGS } from '@/lib/kyc/case-settings';
import type { KycState, RiskLevel } from '@/lib/kyc/contract/lists';
import { reviewDate } from '@/lib/kyc/review-date';
import { employeeOf, SYSTEM, staff } from './actors';
import { DEMO_CASES, DEMO_LEVELS, DEMO_NOTES, type DemoDecision, type DemoNote } from './casework';
import type { DemoCustomer } from './cast';
import { decisionEvent, decisionOf, otherThan } from './decided';
import { demoId } from './ids';
import { Onboarding } from './life-onboarding';
import { DAY, type DemoHistory, HOUR } from './life-record';
import { movesTo } from './moves';
import { DEMO_REQUESTS } from './requests';
import { ACCOUNT, staffId } from './staff';

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

/** What compliance makes of it: decisions, levels, reviews and notes. */
class Life extends Onboarding {
  /** Moves on to another state, as the one who may do that. */
  async move(from: KycState, to: KycState): Promise<void> {
    if (from === 'Approved') this.passUntil(this.comesDue());
    else this.pass(this.pace);
    if (to === 'Approved' || to === 'Rejected') return this.decideOn(to);
    if (to === 'OnboardingAfterRejection') {
      this.become(to, this.self(), 'answers.saved');
      this.completed = null;
      this.answer(this.of.pages);
      return this.assess('answers.saved', this.self());
    }
    const { sentDaysAgo } = DEMO_CASES[this.of.email] ?? {};
    if (sentDaysAgo !== undefined) this.passUntil(new Date(this.end.getTime() - sentDaysAgo * DAY));
    const [trigger, by] =
      from === 'Approved' ? ['review.due', SYSTEM] : ['submission.submitted', this.self()];
    this.become(to, by, trigger);
    this.completed ??= this.now;
    this.inReview.since = this.now;
    await this.assess(trigger, SYSTEM);
  }

  /** Has compliance approve or reject, a second person where one is needed. */
  protected decideOn(to: 'Approved' | 'Rejected'): void {
    const by = to === 'Approved' ? ACCOUNT.compliance : ACCOUNT.compliance2;
    const [kind, reason, note] = decidedAs(to, this.current().riskLevelId);
    const submissionId = this.ids.submission;
    const seen = { type: 'profile.viewed', submissionId, data: { version: this.version } } as const;
    this.record(staff(by), seen);
    this.pass(HOUR / 4);
    const who = this.decide({ kind, by, reason, note });
    this.become(to, staff(who), `decision.${kind}`);
    if (to === 'Approved') this.approved = this.now;
  }

  /** What compliance and the relationship manager did besides: a level, a case's escalation, a proposal, notes. */
  async work(): Promise<void> {
    const { email } = this.of;
    const { escalation, proposal } = DEMO_CASES[email] ?? {};
    await this.letExpire();
    const level = DEMO_LEVELS[email];
    if (level) await this.setLevel(level);
    if (escalation) {
      this.pass(this.pace / 2);
      this.decide(escalation);
      this.inReview.escalated = { by: escalation.by, at: this.now };
    }
    if (proposal) {
      this.pass(HOUR);
      this.put(proposal);
    }
    const { assignee } = this.inReview;
    if (assignee !== null) {
      const data = { from: null, to: staffId(assignee) };
      this.record(staff(assignee), { type: 'case.assigned', submissionId: this.ids.submission, data });
    }
    for (const [index, note] of (DEMO_NOTES[email] ?? []).entries()) this.note(note, index);
  }

  /** Has documents expire as the job does, so that the first hour of the demo finds nothing to do. */
  protected async letExpire(): Promise<void> {
    const submissionId = this.ids.submission;
    for (const { row } of this.rows.documents) {
      const { id: documentId, expiryDate } = row;
      if (!expiryDate || expiryDate >= dayOf(this.end)) continue;
      this.passUntil(new Date(Date.parse(expiryDate) + DAY));
      row.expiredAt = this.now;
      this.record(SYSTEM, { type: 'document.expired', submissionId, data: { documentId, expiryDate } });
      this.version += 1;
      this.keep('document.expired', SYSTEM);
      await this.assess('document.expired', SYSTEM);
    }
  }

  /** Puts a decision down: made at once, or proposed. */
  protected put(decision: DemoDecision): DemoHistory['decisions'][number] {
    const validUntil = decision.level && dayOf(new Date(this.end.getTime() + decision.level.days * DAY));
    const row = decisionOf(decision, {
      tenantId: this.tenantId,
      submissionId: this.ids.submission,
      assessment: this.current(),
      seenVersion: this.version,
      madeAt: this.now,
      ...(validUntil === undefined ? {} : { validUntil }),
    });
    this.rows.decisions.push(row);
    this.record(staff(decision.by), decisionEvent(row));
    return row;
  }

  /** Decides, with a second person where one is needed; gives the account with which it took effect. */
  protected decide(decision: DemoDecision): number {
    const row = this.put(decision);
    if (!row.needsSecond) return decision.by;
    const checker = otherThan(decision.by);
    this.pass(3 * HOUR);
    const data = { decisionId: row.id, kind: row.kind };
    this.record(staff(checker), { type: 'decision.confirmed', submissionId: row.submissionId, data });
    Object.assign(row, { state: 'effective', checkerId: staffId(checker), closedAt: this.now });
    row.checkerNote = 'I have looked at the evidence and agree.';
    return checker;
  }

  /** Has two people set another level than the calculated one. */
  protected async setLevel(decision: (typeof DEMO_LEVELS)[string]): Promise<void> {
    this.pass(DAY);
    const by = staff(this.decide(decision));
    const row = this.rows.decisions.at(-1);
    const { riskLevelId, days } = decision.level;
    const [tenantId, submissionId] = [this.tenantId, this.ids.submission];
    const id = demoId('override', submissionId);
    const validUntil = dayOf(new Date(this.end.getTime() + days * DAY));
    const decisionId = row?.id ?? '';
    const held = { id, tenantId, submissionId, decisionId, riskLevelId, validUntil };
    this.rows.overrides.push({ ...held, createdAt: this.now });
    const data = { overrideId: id, decisionId, riskLevelId, validUntil };
    this.record(by, { type: 'risk.overridden', submissionId, data });
    this.version += 1;
    this.keep('risk.overridden', by);
    await this.assess('risk.overridden', by, { id, riskLevelId });
  }

  protected note({ by, hoursAgo, audience, body, mentions = [] }: DemoNote, index: number): void {
    const [tenantId, submissionId] = [this.tenantId, this.ids.submission];
    const id = demoId('note', submissionId, String(index));
    const at = new Date(this.end.getTime() - hoursAgo * HOUR);
    this.rows.notes.push({
      id,
      tenantId,
      submissionId,
      authorId: staffId(by),
      audience,
      body,
      createdAt: at,
    });
    this.rows.mentions.push(...mentions.map((one) => ({ noteId: id, staffId: staffId(one) })));
    const event = { type: 'note.added', submissionId, data: { noteId: id, audience } } as const;
    this.recordAt(staff(by), event, at);
  }

  /** The moment after the day on which the next review falls, which is kept. */
  protected comesDue(): Date {
    const [tenantId, submissionId] = [this.tenantId, this.ids.submission];
    const decidedOn = this.approved && dayOf(this.approved);
    const documents = this.rows.documents.flatMap(({ row: { documentTypeId, expiryDate } }) =>
      expiryDate ? [{ documentTypeId, expiryDate }] : [],
    );
    const review = reviewDate(
      {
        level: this.current().riskLevelId,
        decidedOn,
        assessedOn: dayOf(this.born),
        documents,
        overrideUntil: null,
        raisedOn: null,
      },
      DEFAULT_CASE_SETTINGS,
    );
    const employeeId = employeeOf(this.of.employee).id;
    const setAt = this.approved ?? this.born;
    this.rows.due = { tenantId, submissionId, employeeId, ...review, setAt };
    return new Date(Date.parse(review.dueOn) + HOUR);
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
