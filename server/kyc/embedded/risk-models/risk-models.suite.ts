import { eq } from 'drizzle-orm';
import type { Role } from '@/lib/auth/permissions';
import type { KycCall } from '@/lib/kyc/api';
import { newId } from '@/lib/new-id';
import type { RiskModel } from '@/lib/risk/model';
import type { RiskModelOffice } from '@/lib/risk/model-office';
import type { Database } from '../../../db/client';
import { crowdFacts } from '../../../db/demo/bulk-facts';
import { projectSubmission } from '../../../db/queries/directory-project';
import {
  customers,
  profileVersions,
  riskAssessments,
  riskModelVersions,
  staffUsers,
  submissions,
} from '../../../db/schema';
import { inTransaction } from '../../../db/transaction';
import { assessMany } from '../../../risk/assess';
import { shippedModel } from '../../../risk/shipped';
import { aForm, anEmployee, NOW } from '../fixtures.suite';
import { embeddedRiskModels, reassess, tryModel } from '.';

/** A tenant with a staff and a book of customers, whose risk model the tests change. */
export class ModelGround {
  readonly tenantId = newId();
  readonly #db: () => Database;
  #now = NOW.getTime();

  constructor(db: () => Database) {
    this.#db = db;
  }

  get parts() {
    return { db: this.#db(), clock: () => new Date((this.#now += 1_000)), newId };
  }

  get models(): RiskModelOffice {
    return embeddedRiskModels(this.parts);
  }

  reassess(modelVersion: number, signal = new AbortController().signal) {
    return reassess(this.parts)({ tenantId: this.tenantId, modelVersion }, signal);
  }

  tryModel(trialId: string, signal = new AbortController().signal) {
    return tryModel(this.parts)({ tenantId: this.tenantId, trialId }, signal);
  }

  /** A call of a new member of the staff. */
  async as(role: Role = 'compliance_officer', isActive = true): Promise<KycCall> {
    const id = newId();
    const email = `${id}@example.com`;
    const member = { id, tenantId: this.tenantId, name: `Member ${id}`, email, emailKey: email };
    await this.#db()
      .insert(staffUsers)
      .values({ ...member, role, isActive, passwordHash: 'a hash', createdAt: NOW });
    const actor = { kind: 'staff', id, name: member.name } as const;
    return { tenantId: this.tenantId, actor, requestId: 'request-1' };
  }

  /** Customers who are each known by a few facts, the same ones for the same number. */
  async book(count: number): Promise<string[]> {
    const { tenantId } = this;
    const model = shippedModel();
    const facts = Array.from({ length: count }, (_, index) =>
      crowdFacts(index % 4 === 0 ? 'LegalCustomer' : 'IndividualCustomer', index),
    );
    const results = await assessMany(facts, model);
    const [employeeId, formId] = [
      await anEmployee(this.#db(), { tenantId }),
      await aForm(this.#db(), { tenantId }),
    ];
    const rows = results.map(({ facts: known, ...result }, index) => {
      const [customerId, id, assessmentId] = [newId(), newId(), newId()];
      const email = `${id}@example.com`;
      const isPerson = known.userType === 'IndividualCustomer';
      const names = isPerson
        ? { firstName: 'Jane', lastName: `Doe ${index}` }
        : { fullName: `Firm ${index}` };
      return {
        customer: {
          id: customerId,
          tenantId,
          email,
          emailKey: email,
          createdAt: NOW,
          userType: known.userType,
          ...names,
        },
        submission: {
          id,
          tenantId,
          customerId,
          formId,
          formVersion: 1,
          employeeId,
          kycState: 'Approved',
          submissionClassification: 'Retail',
          approvalClassificationState: 'Accepted',
          createdAt: NOW,
          updatedAt: NOW,
        },
        assessment: {
          ...result,
          id: assessmentId,
          submissionId: id,
          riskLevelId: result.calculatedRiskLevelId,
          trigger: 'customer.created',
          facts: known,
          assessedAt: NOW,
        },
        version: {
          submissionId: id,
          version: 1,
          tenantId,
          at: NOW,
          actorKind: 'system',
          actorId: 'test',
          trigger: 'customer.created',
          kycState: 'Approved',
          assessmentId,
        },
      } as const;
    });
    await inTransaction(this.#db(), async (tx) => {
      for (let first = 0; first < rows.length; first += 500) {
        const some = rows.slice(first, first + 500);
        await tx.insert(customers).values(some.map(({ customer }) => customer));
        await tx.insert(submissions).values(some.map(({ submission }) => submission));
        await tx.insert(riskAssessments).values(some.map(({ assessment }) => assessment));
        await tx.insert(profileVersions).values(some.map(({ version }) => version));
        for (const { submission } of some) await projectSubmission(tx, submission.id);
      }
    });
    return rows.map(({ submission }) => submission.id);
  }

  /** The current definition of a version. */
  async definition(version: number): Promise<RiskModel> {
    const call = await this.as();
    return (await this.models.version(call, version)).definition;
  }

  async row(version: number) {
    const rows = await this.#db()
      .select()
      .from(riskModelVersions)
      .where(eq(riskModelVersions.tenantId, this.tenantId));
    return rows.find((one) => one.version === version);
  }

  /** A draft of the version in force, written on; returns what was seen of it last. */
  async draft(call: KycCall, write: (model: RiskModel) => void = stricter) {
    const inForce = (await this.models.versions(call)).find((one) => one.isInForce);
    const { version } = await this.models.startDraft(call, { version: inForce?.version ?? 0 });
    const definition = await this.definition(version);
    write(definition);
    const { revision } = await this.models.changeDraft(call, { version, revision: 1, definition });
    return { version, revision };
  }

  /** A released version; the two who brought it about. */
  async released(write?: (model: RiskModel) => void) {
    const [maker, checker] = [await this.as(), await this.as()];
    const seen = await this.draft(maker, write);
    await this.models.propose(maker, { ...seen, note: 'Stricter' });
    await this.models.release(checker, seen);
    return { ...seen, maker, checker };
  }
}

/** Moves some customers of a book: the levels begin earlier. */
export function stricter(model: RiskModel): void {
  const [low, medium, high] = model.thresholds;
  if (!low || !medium || !high) throw new Error('a model has three levels');
  low.to = medium.from = 20;
  medium.to = high.from = 42;
}
