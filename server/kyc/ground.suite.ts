import { hash } from '@node-rs/argon2';
import { publishedSamples } from '@/lib/kyc/contract/samples';
import { newId } from '@/lib/new-id';
import type { Database } from '../db/client';
import { apiClients, documents, employees, forms, formVersions } from '../db/schema';

/** The tenants of the suite: what one has, the other must not reach. */
export const TENANTS = ['suite-tenant', 'other-tenant'] as const;
export type SuiteTenant = (typeof TENANTS)[number];

const { employeeId, formId } = publishedSamples.addCustomer.requests.individual;

/** The ids that the suite's tenant has; the first two are the published ones. */
export const ids = {
  employee: employeeId,
  anyForm: formId,
  individualForm: 'form-individual',
  retiredForm: 'form-retired',
  retiredEmployee: 'employee-retired',
  otherEmployee: 'employee-of-other-tenant',
  otherForm: 'form-of-other-tenant',
} as const;

export const appIdOf = (tenant: SuiteTenant) => `app-of-${tenant}`;
export const APP_SECRET = 'suite-secret';

const at = new Date('2026-01-05T08:00:00Z');

/** Lays what the behaviour needs into an empty database: two tenants with employees, forms and an API client each. */
export async function layGround(db: Database): Promise<void> {
  const [tenantId, otherTenant] = TENANTS;
  await db.insert(employees).values([
    { id: ids.employee, tenantId, name: 'Zoe Zimmer', createdAt: at },
    { id: 'employee-2', tenantId, name: 'Anna Aalto', createdAt: at },
    { id: ids.retiredEmployee, tenantId, name: 'Rita Retired', isActive: false, createdAt: at },
    { id: ids.otherEmployee, tenantId: otherTenant, name: 'Olaf Other', createdAt: at },
  ]);
  const form = { tenantId, formType: 'KYCOnboarding', createdAt: at } as const;
  const rows = [
    { ...form, id: ids.anyForm, name: 'Any customer', entityType: 'Any' },
    { ...form, id: ids.individualForm, name: 'Individuals', entityType: 'Individual' },
    { ...form, id: ids.retiredForm, name: 'Retired', entityType: 'Any', isActive: false },
    { ...form, id: 'form-questionnaire', name: 'Survey', entityType: 'Any', formType: 'Questionnaire' },
    { ...form, id: ids.otherForm, tenantId: otherTenant, name: 'Other', entityType: 'Any' },
  ] as const;
  await db.insert(forms).values([...rows]);
  await db
    .insert(formVersions)
    .values(rows.map(({ id }) => ({ formId: id, version: 1, pages, createdAt: at })));
  const secretHash = await hash(APP_SECRET);
  await db.insert(apiClients).values(
    TENANTS.map((tenant) => ({
      appId: appIdOf(tenant),
      tenantId: tenant,
      name: tenant,
      secretHash,
      createdAt: at,
    })),
  );
}

const pages = [
  {
    id: 'page-1',
    name: 'Personal data',
    order: 1,
    sections: [
      {
        id: 'section-1',
        name: 'Home',
        order: 1,
        fields: [
          field('country', 'Country of residence', 'Country', 1),
          {
            ...field('purpose', 'Purpose', 'SingleOptionRadio', 2),
            isRequired: false,
            options: [{ id: 'saving', optionText: 'Saving', optionValue: 'saving' }],
          },
        ],
      },
    ],
  },
];

function field(id: string, label: string, fieldTypeId: string, order: number) {
  const name = label;
  const fqName = `PersonalData_Home_${label.replaceAll(/(^| )(\w)/g, (_, _blank, letter: string) => letter.toUpperCase())}`;
  return { id, name, label, fqName, fieldTypeId, isRequired: true, isLocked: false, order };
}

/** A stored document of the submission, as the upload leaves it. */
export async function layDocument(
  db: Database,
  submissionId: string,
  more: Partial<typeof documents.$inferInsert> = {},
): Promise<{ id: string }> {
  const id = newId();
  await db.insert(documents).values({
    id,
    submissionId,
    documentTypeId: 'Passport',
    fileName: 'passport.pdf',
    originalFileName: 'Reisepass – 护照.pdf',
    contentType: 'application/pdf',
    sizeInBytes: 1234,
    sha256: 'a'.repeat(64),
    storageKey: `suite/${id}`,
    uploadedAt: at,
    ...more,
  });
  return { id };
}
