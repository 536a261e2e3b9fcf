import { placedFields, shownPages } from '@/lib/kyc/conditions';
import type { AnswerValue } from '@/lib/kyc/contract/answers';
import { FIELD_TYPES, known } from '@/lib/kyc/contract/lists';
import { WELCOME_LINK_MINUTES } from '@/lib/kyc/password-link';
import { newLink } from '../../auth/links';
import { mailRow } from '../../mail/queue';
import { employeeOf, staff } from './actors';
import { answerTo } from './answers';
import { nameOf } from './customer-row';
import { documentRow } from './documents';
import { demoId } from './ids';
import { LifeRecord } from './life-record';
import { type DemoRequest } from './requests';
import { ACCOUNT, staffId } from './staff';

/** How a customer is created, fills in, hands in, and is asked again. */
export class Onboarding extends LifeRecord {
  async create(): Promise<void> {
    const { userType, employee, email } = this.of;
    const { id: employeeId, name: employeeName } = employeeOf(employee);
    const submissionId = this.ids.submission;
    const by = this.manager();
    this.record(by, {
      type: 'customer.created',
      submissionId,
      data: { userType, employeeId, formId: this.form.id, sendEmail: true },
    });
    this.keep('customer.created', by);
    await this.assess('customer.created', by);
    const minutes = WELCOME_LINK_MINUTES;
    const { row: link, url } = newLink(
      { tenantId: this.tenantId, purpose: 'customer_password', subjectId: submissionId, minutes },
      this.now,
    );
    const mail = mailRow(
      {
        kind: 'welcome',
        tenantId: this.tenantId,
        recipient: email,
        submissionId,
        values: { customerName: nameOf(this.of), employeeName, submissionId, url, minutes },
      },
      this.now,
      demoId('mail', email),
    );
    this.record(by, mail.event);
    this.mail = { ...mail.row, state: 'kept' };
    // Who has begun to fill in has used the link.
    this.link = { ...link, usedAt: this.of.pages > 0 ? this.now : null };
  }

  async fillIn(): Promise<void> {
    for (let page = 1; page <= this.of.pages; page += 1) {
      this.pass(this.pace);
      if (page === 1) this.become('Onboarding', this.self(), 'answers.saved');
      this.handIn(page);
      this.answer(page);
      await this.assess('answers.saved', this.self());
    }
  }

  /** Has compliance ask for something again, and wait for it. */
  ask({ fieldName, documentTypeId, reason, words }: DemoRequest): void {
    this.pass(this.pace / 2);
    const submissionId = this.ids.submission;
    const placed = placedFields(this.form.pages).find(({ field }) => field.name === fieldName);
    if (!placed) throw new Error(`the form has no field ${fieldName}`);
    const fieldId = placed.field.id;
    const documentId = documentTypeId && (this.documentOf(fieldName, this.of.pages) ?? null);
    const [id, by] = [demoId('request', submissionId, fieldId), ACCOUNT.compliance];
    this.record(staff(by), {
      type: 'information.requested',
      submissionId,
      data: { requestId: id, fieldId, documentTypeId, documentId, reason },
    });
    const of = { tenantId: this.tenantId, submissionId, createdAt: this.now };
    const requestedBy = staffId(by);
    this.rows.requests.push({ id, ...of, fieldId, documentTypeId, documentId, reason, words, requestedBy });
    if (documentId !== null) {
      const review = { decision: 'askedAgain', requestId: id, reviewedBy: requestedBy } as const;
      this.rows.reviews.push({ id: demoId('review', id), ...of, ...review, documentId });
    }
    this.version += 1;
    this.keep('information.requested', staff(by));
  }

  /** Answers what is shown of a page, given all that this customer tells. */
  protected answer(page: number): void {
    const told = this.told(page);
    const shown = shownPages(this.form.pages, told);
    const fields = placedFields(shown.filter(({ order }) => order === page)).map(({ field }) => field);
    const fieldIds = fields.flatMap((field) => {
      const fieldTypeId = known(FIELD_TYPES, field.fieldTypeId);
      const value = told.get(field.id);
      if (value === undefined || fieldTypeId === undefined) return [];
      this.given.set(field.id, { value, fieldTypeId, at: this.now, version: this.version + 1 });
      return [field.id];
    });
    if (fieldIds.length === 0) return;
    const submissionId = this.ids.submission;
    this.record(this.self(), { type: 'answers.saved', submissionId, data: { fieldIds } });
    this.version += 1;
    this.keep('answers.saved', this.self());
    for (const fieldId of fieldIds) {
      const { value, fieldTypeId, at } = this.given.get(fieldId) ?? {};
      if (!value || !fieldTypeId || !at) continue;
      const of = { submissionId, fieldId, version: this.version };
      const by = { answeredAt: at, answeredBy: 'customer' };
      this.rows.answerVersions.push({ ...of, fieldTypeId, value, ...by });
    }
  }

  /** What the customer says to every field of the form, by its id, with the documents of the pages so far. */
  protected told(page: number): Map<string, AnswerValue> {
    const documentIdOf = (fieldName: string) => this.documentOf(fieldName, page);
    return new Map(
      placedFields(this.form.pages).flatMap(({ field }) => {
        const value = answerTo(field, this.of, { documentIdOf, at: this.now });
        return value === undefined ? [] : [[field.id, value]];
      }),
    );
  }

  protected handIn(page: number): void {
    for (const file of this.files.filter((one) => one.page === page)) {
      const submissionId = this.ids.submission;
      const row = documentRow(file, submissionId, this.documentId(file.fileName), this.now);
      this.rows.documents.push({ row, bytes: file.bytes });
      const { id: documentId, documentTypeId, sha256 } = row;
      this.record(this.self(), {
        type: 'document.recorded',
        submissionId,
        data: { documentId, documentTypeId, sha256 },
      });
      this.version += 1;
      this.keep('document.uploaded', this.self());
    }
  }

  protected documentOf(fieldName: string, page: number): string | undefined {
    const file = this.files.find((one) => one.fieldName === fieldName && one.page <= page);
    return file && this.documentId(file.fileName);
  }

  protected documentId(fileName: string): string {
    return demoId('document', this.ids.submission, fileName);
  }
}
