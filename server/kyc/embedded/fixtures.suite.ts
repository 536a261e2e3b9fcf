import { eq } from 'drizzle-orm';
import type { KycCall } from '@/lib/kyc/api';
import type { AnswerValue } from '@/lib/kyc/contract/answers';
import type { AddCustomerInput } from '@/lib/kyc/contract/customers';
import { type FormField, type FormPage, fqName } from '@/lib/kyc/contract/forms';
import type { FieldType, FormEntityType, KycState } from '@/lib/kyc/contract/lists';
import { newId } from '@/lib/new-id';
import type { Database, DbOrTx } from '../../db/client';
import { answers, decisions, employees, forms, formVersions, submissions } from '../../db/schema';
import { inTransaction } from '../../db/transaction';

export const TENANT = 'demo-tenant';
export const NOW = new Date('2026-11-22T10:00:00.000Z');

/** A call by an API client of the tenant. */
export function aCall(more: Partial<KycCall> = {}): KycCall {
  return { tenantId: TENANT, actor: { kind: 'apiClient', id: 'demo-app' }, requestId: 'request-1', ...more };
}

/**
 * Puts it on record that two people decided about a submission as it stands, without which the database lets nobody be approved or
 * rejected; nothing where it is to be in another state.
 */
export async function decided(db: DbOrTx, submissionId: string, kycState: KycState): Promise<void> {
  if (kycState !== 'Approved' && kycState !== 'Rejected') return;
  const [row] = await db.select().from(submissions).where(eq(submissions.id, submissionId));
  if (row === undefined) throw new Error('no such submission');
  await db.insert(decisions).values({
    id: newId(),
    tenantId: row.tenantId,
    submissionId,
    kind: kycState === 'Approved' ? 'approve' : 'reject',
    state: 'effective',
    needsSecond: true,
    seenVersion: row.version,
    makerId: 'maker',
    madeAt: NOW,
    checkerId: 'checker',
    closedAt: NOW,
  });
}

/** Moves a submission, decided upon where the move asks for it. */
export function moveTo(db: Database, submissionId: string, kycState: KycState): Promise<void> {
  return inTransaction(db, async (tx) => {
    await decided(tx, submissionId, kycState);
    await tx.update(submissions).set({ kycState }).where(eq(submissions.id, submissionId));
  });
}

export async function anEmployee(
  db: Database,
  { tenantId = TENANT, name = 'Sara Haddad', isActive = true } = {},
): Promise<string> {
  const id = newId();
  await db.insert(employees).values({ id, tenantId, name, isActive, createdAt: NOW });
  return id;
}

export async function aForm(
  db: Database,
  {
    tenantId = TENANT,
    name = 'Onboarding',
    entityType = 'Any' as FormEntityType,
    isActive = true,
    pages = twoPages(),
  } = {},
): Promise<string> {
  const id = newId();
  const formType = 'KYCOnboarding' as const;
  await db.insert(forms).values({ id, tenantId, name, entityType, formType, isActive, createdAt: NOW });
  await db.insert(formVersions).values({ formId: id, version: 1, pages, createdAt: NOW });
  return id;
}

/** Two pages: three required fields and an optional one, the second page written first. */
export function twoPages(): FormPage[] {
  return [
    page('Funds', 2, [
      ['Source of funds', 'MultiOptionsCheckBox', true, ['Salary', 'Inheritance']],
      ['Remarks', 'TextArea', false],
    ]),
    page('About you', 1, [
      ['Nationality', 'Country', true],
      ['Date of birth', 'DatePicker', true],
    ]),
  ];
}

type FieldPlan = [name: string, type: FieldType, isRequired: boolean, options?: string[]];

function page(name: string, order: number, plans: FieldPlan[]): FormPage {
  const fields = plans.map(([fieldName, fieldTypeId, isRequired, options], index): FormField => {
    const id = fieldIdOf(fieldName);
    return {
      id,
      name: fieldName,
      label: fieldName,
      fqName: fqName(name, 'General', fieldName),
      fieldTypeId,
      isRequired,
      isLocked: false,
      order: index + 1,
      ...(options
        ? { options: options.map((text) => ({ id: `${id}-${text}`, optionText: text, optionValue: text })) }
        : {}),
    };
  });
  const pageId = `page-${name}`;
  return {
    id: pageId,
    name,
    order,
    sections: [{ id: `${pageId}-general`, name: 'General', order: 1, fields }],
  };
}

export function fieldIdOf(fieldName: string): string {
  return `field-${fieldName}`;
}

export async function anAnswer(
  db: Database,
  submissionId: string,
  fieldName: string,
  fieldTypeId: FieldType,
  value: AnswerValue,
): Promise<void> {
  await db.insert(answers).values({
    id: newId(),
    submissionId,
    fieldId: fieldIdOf(fieldName),
    fieldTypeId,
    value,
    answeredAt: NOW,
    answeredBy: 'customer',
  });
}

type Ground = { employeeId: string; formId: string };

/** The published body of an individual, with an e-mail address of its own. */
export function aPerson(ground: Ground, more: Partial<AddCustomerInput> = {}): AddCustomerInput {
  return {
    ...ground,
    userType: 'IndividualCustomer',
    customerEmail: `${newId()}@yopmail.com`,
    customerMobileNumber: '',
    sendEmail: true,
    individualCustomer: { firstName: 'John', lastName: 'Doe' },
    ...more,
  };
}

/** The published body of a legal entity, with an e-mail address of its own. */
export function aCompany(ground: Ground, more: Partial<AddCustomerInput> = {}): AddCustomerInput {
  return {
    ...ground,
    userType: 'LegalCustomer',
    customerEmail: `${newId()}@yopmail.com`,
    customerMobileNumber: '',
    sendEmail: true,
    legalEntityCustomer: {
      fullName: 'Company Name Ltd',
      registrationNumber: '12345',
      tradingName: 'Trading Name',
    },
    ...more,
  };
}
