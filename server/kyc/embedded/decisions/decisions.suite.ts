import { eq } from 'drizzle-orm';
import type { Role } from '@/lib/auth/permissions';
import type { KycCall } from '@/lib/kyc/api';
import type { KycState, RiskLevel } from '@/lib/kyc/contract/lists';
import { type DecideInput, decideInput } from '@/lib/kyc/decision-input';
import type { KycOffice } from '@/lib/kyc/office';
import { newId } from '@/lib/new-id';
import type { Database } from '../../../db/client';
import { assessmentsOf } from '../../../db/queries/assessments';
import {
  auditEvents,
  cases,
  decisions,
  directory,
  riskAssessments,
  staffUsers,
  submissions,
} from '../../../db/schema';
import { inTransaction } from '../../../db/transaction';
import { embeddedOffice } from '..';
import { Capture } from '../capture.suite';
import { type Change, changeSubmission, holdSubmission } from '../change';
import { aCall, TENANT } from '../fixtures.suite';

/** Members of the staff and customers under review, over a database that the tests fill. */
export class Deciding {
  readonly capture: Capture;
  readonly #db: () => Database;
  readonly #staff = new Map<string, Promise<KycCall>>();

  constructor(db: () => Database) {
    this.#db = db;
    this.capture = new Capture(db);
  }

  get office(): KycOffice {
    return embeddedOffice({ db: this.#db(), clock: () => this.capture.now, newId });
  }

  /** A call of a member of the staff, who is there from the first call on. */
  as(name: string, role: Role = 'compliance_officer', tenantId = TENANT): Promise<KycCall> {
    const key = `${name} ${role} ${tenantId}`;
    const known = this.#staff.get(key) ?? this.#hire(name, role, tenantId);
    this.#staff.set(key, known);
    return known;
  }

  async #hire(name: string, role: Role, tenantId: string): Promise<KycCall> {
    const id = newId();
    const email = `${id}@example.com`;
    const at = { createdAt: this.capture.now };
    await this.#db()
      .insert(staffUsers)
      .values({ id, tenantId, name, email, emailKey: email, role, passwordHash: 'a hash', ...at });
    return { tenantId, actor: { kind: 'staff', id, name, employeeId: null }, requestId: 'request-1' };
  }

  /** A customer in a state, rated as is said. */
  async customer(
    state: KycState = 'ComplianceReview',
    { level, isPep = false }: { level?: RiskLevel; isPep?: boolean } = {},
  ): Promise<string> {
    const submissionId = await this.capture.standing(state);
    if (level !== undefined || isPep) await this.#rate(submissionId, level ?? 'Medium', isPep);
    this.capture.pass(1_000);
    return submissionId;
  }

  /** Puts another assessment in force than the answers would lead to. */
  async #rate(submissionId: string, riskLevelId: RiskLevel, isPep: boolean): Promise<void> {
    this.capture.pass(1_000);
    const [current] = await assessmentsOf(this.#db(), TENANT, submissionId);
    if (current === undefined) throw new Error('a customer has an assessment');
    const { override: _override, detail, ...row } = current;
    const rulesFired = isPep ? [{ id: 'pep-is-high', effect: 'floor', explanation: 'exposed' }] : [];
    await this.#db()
      .insert(riskAssessments)
      .values({
        ...row,
        id: newId(),
        riskLevelId,
        calculatedRiskLevelId: riskLevelId,
        detail: { ...detail, rulesFired },
        assessedAt: this.capture.now,
      });
    await this.#db().update(directory).set({ riskLevelId }).where(eq(directory.submissionId, submissionId));
  }

  async version(submissionId: string): Promise<number> {
    return (await this.submission(submissionId)).version;
  }

  async submission(submissionId: string) {
    const [row] = await this.#db().select().from(submissions).where(eq(submissions.id, submissionId));
    if (row === undefined) throw new Error('no such submission');
    return row;
  }

  /** Decides on the profile as it is now, with what the kind of decision needs. */
  async decide(call: KycCall, submissionId: string, more: Partial<DecideInput> = {}) {
    this.capture.pass(1_000);
    const kind = more.kind ?? 'approve';
    const level = kind === 'changeLevel' ? ({ riskLevelId: 'High', validUntil: '2027-03-31' } as const) : {};
    const seenVersion = await this.version(submissionId);
    const input = { submissionId, seenVersion, note: kind === 'approve' ? '' : 'Because', ...level, kind };
    return this.office.decide(call, decideInput.parse({ ...input, ...more }));
  }

  /** Says the second word on the profile as it is now. */
  async check(
    call: KycCall,
    submissionId: string,
    decisionId: string,
    verdict: 'confirm' | 'decline' = 'confirm',
  ) {
    this.capture.pass(1_000);
    const seenVersion = await this.version(submissionId);
    return this.office.check(call, { submissionId, decisionId, verdict, seenVersion, note: 'I have looked' });
  }

  /** Changes an answer of the profile, whatever its state allows. */
  async change(submissionId: string, textValue = 'Another'): Promise<void> {
    await this.#save(submissionId, { fieldId: 'remarks', fieldTypeId: 'TextArea', value: { textValue } });
  }

  /** Changes an answer that the risk rests on. */
  async naturalise(submissionId: string, countryId: string): Promise<void> {
    await this.#save(submissionId, { fieldId: 'nationality', fieldTypeId: 'Country', value: { countryId } });
  }

  async #save(submissionId: string, answer: NonNullable<Change['saved']>[number]): Promise<void> {
    this.capture.pass(1_000);
    const at = this.capture.now;
    await inTransaction(this.#db(), async (tx) => {
      const held = await holdSubmission(tx, aCall(), submissionId);
      const change = { saved: [answer], events: [], trigger: 'answers.saved' };
      await changeSubmission(tx, { newId }, { call: aCall(), at }, held, change);
    });
  }

  /** The case in the queue. */
  async case(submissionId: string) {
    const [row] = await this.#db().select().from(cases).where(eq(cases.submissionId, submissionId));
    return row;
  }

  async decision(id: string) {
    const [row] = await this.#db().select().from(decisions).where(eq(decisions.id, id));
    return row;
  }

  /** The types of what is on record of a customer. */
  async events(submissionId: string): Promise<string[]> {
    const rows = await this.#db()
      .select({ type: auditEvents.type })
      .from(auditEvents)
      .where(eq(auditEvents.submissionId, submissionId));
    return rows.map(({ type }) => type);
  }
}
