import type { KycApi, KycCall } from '@/lib/kyc/api';
import type { TypedAnswer } from '@/lib/kyc/contract/answers';
import { type FormField, type FormPage, fqName } from '@/lib/kyc/contract/forms';
import type { DocumentType, FieldType, KycState } from '@/lib/kyc/contract/lists';
import type { AnswerToSave } from '@/lib/kyc/contract/submissions';
import { newId } from '@/lib/new-id';
import type { Database } from '../../db/client';
import { insertRequest, type RequestRow } from '../../db/queries/requests';
import { documents } from '../../db/schema';
import { inTransaction } from '../../db/transaction';
import { embeddedKyc } from '.';
import { aCall, aForm, anEmployee, aPerson, moveTo, NOW, TENANT } from './fixtures.suite';

/** A form with what the engine has to judge: limits, a condition, a locked field, documents. Fields are named by their ids. */
export function capturePages(): FormPage[] {
  return [
    page('About', 1, [
      { id: 'name', fieldTypeId: 'Text', isRequired: true, limits: { maxLength: 20 } },
      { id: 'nationality', fieldTypeId: 'Country', isRequired: true },
      { id: 'exposed', fieldTypeId: 'SingleOptionRadio', isRequired: true, options: options('yes', 'no') },
      {
        id: 'exposure',
        fieldTypeId: 'TextArea',
        isRequired: true,
        showWhen: { fieldId: 'exposed', oneOf: ['yes'] },
      },
      { id: 'reference', fieldTypeId: 'Text', isLocked: true },
    ]),
    page('Papers', 2, [
      { id: 'passport', fieldTypeId: 'Passport' },
      { id: 'card', fieldTypeId: 'IdCard', limits: { needsExpiryDate: true } },
      {
        id: 'proof',
        fieldTypeId: 'Document',
        limits: { documentTypeId: 'ProofofAddress', needsExpiryDate: true },
      },
      { id: 'income', fieldTypeId: 'Number', limits: { min: 0, max: 1_000 } },
      { id: 'remarks', fieldTypeId: 'TextArea' },
    ]),
  ];
}

type FieldPlan = Partial<FormField> & { id: string; fieldTypeId: FieldType };

export function page(name: string, order: number, plans: readonly FieldPlan[]): FormPage {
  const fields = plans.map((plan, index) => ({
    name: plan.id,
    label: plan.id,
    fqName: fqName(name, 'Main', plan.id),
    isRequired: false,
    isLocked: false,
    order: index + 1,
    ...plan,
  }));
  return { id: name, name, order, sections: [{ id: `${name}-main`, name: 'Main', order: 1, fields }] };
}

function options(...ids: string[]) {
  return ids.map((id) => ({ id, optionText: id, optionValue: id }));
}

/** Answers to all that {@link capturePages} requires. */
export const COMPLETE: Record<string, TypedAnswer> = {
  name: { fieldTypeId: 'Text', textValue: 'Ada Byron' },
  nationality: { fieldTypeId: 'Country', countryId: 'GB' },
  exposed: { fieldTypeId: 'SingleOptionRadio', optionId: 'no' },
};

/** Answers by field id as a body lists them. */
export function saving(answers: Record<string, TypedAnswer | null>): AnswerToSave[] {
  return Object.entries(answers).map(([fieldId, answer]) => ({ fieldId, answer }));
}

export function text(textValue: string): TypedAnswer {
  return { fieldTypeId: 'Text', textValue };
}

/** The engine over a database, with one form, an employee and a clock that tests move. */
export class Capture {
  now = NOW;
  #ground: { employeeId: string; formId: string } | undefined;
  readonly #db: () => Database;

  constructor(db: () => Database) {
    this.#db = db;
  }

  get kyc(): KycApi {
    return embeddedKyc({ db: this.#db(), clock: () => this.now, newId });
  }

  pass(ms: number): void {
    this.now = new Date(this.now.getTime() + ms);
  }

  /** A new customer's submission on a form with these pages. */
  async begin(pages?: FormPage[]): Promise<string> {
    this.#ground ??= {
      employeeId: await anEmployee(this.#db()),
      formId: await aForm(this.#db(), { pages: capturePages() }),
    };
    const formId = pages ? await aForm(this.#db(), { pages }) : this.#ground.formId;
    return (await this.kyc.addCustomer(aCall(), aPerson({ ...this.#ground, formId }))).submissionId;
  }

  save(submissionId: string, answers: Record<string, TypedAnswer | null>, call: KycCall = aCall()) {
    return this.kyc.saveAnswers(call, { submissionId, answers: saving(answers) });
  }

  /** A submission that is complete and stands in a state, by the way that leads there. */
  async standing(state: KycState): Promise<string> {
    const id = await this.begin();
    if (state === 'New') return id;
    await this.save(id, COMPLETE);
    if (state === 'Onboarding') return id;
    await this.kyc.submitSubmission(aCall(), { submissionId: id });
    if (state === 'ComplianceReview') return id;
    await moveTo(this.#db(), id, state === 'Approved' ? 'Approved' : 'Rejected');
    if (state === 'OnboardingAfterRejection') await this.save(id, { name: text('Ada King') });
    return id;
  }

  /** Asks for something again, a second after whatever was before. */
  async ask(submissionId: string, what: Partial<RequestRow>): Promise<string> {
    this.pass(1_000);
    const id = newId();
    const request: RequestRow = {
      id,
      tenantId: TENANT,
      submissionId,
      fieldId: null,
      documentTypeId: null,
      documentId: null,
      reason: 'moreDetail',
      words: 'Tell us more',
      requestedBy: 'officer-1',
      createdAt: this.now,
      answeredAt: null,
      withdrawnAt: null,
      ...what,
    };
    await inTransaction(this.#db(), (tx) => insertRequest(tx, request));
    this.pass(1_000);
    return id;
  }

  /** The record of a document, as an upload leaves it. */
  async document(
    submissionId: string,
    documentTypeId: DocumentType,
    more: Partial<typeof documents.$inferInsert> = {},
  ): Promise<string> {
    const id = newId();
    const file = { fileName: 'a.pdf', originalFileName: 'a.pdf', contentType: 'application/pdf' };
    const row = { id, submissionId, documentTypeId, storageKey: id, uploadedAt: this.now, ...file };
    await this.#db()
      .insert(documents)
      .values({ ...row, version: (this.#versions += 1), sizeInBytes: 1, sha256: 'ab'.repeat(32), ...more });
    return id;
  }
  #versions = 0;
}
