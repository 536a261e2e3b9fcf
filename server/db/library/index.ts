import type { FormPage } from '@/lib/kyc/contract/forms';
import type { FormEntityType } from '@/lib/kyc/contract/lists';
import type { Tx } from '../client';
import { forms, formVersions } from '../schema';
import { COMPANY } from './company';
import { type PagePlan, pagesOf } from './form-builder';
import { INDIVIDUAL } from './individual';
import { stableId } from './stable-id';

export type LibraryForm = { id: string; name: string; entityType: FormEntityType; pages: FormPage[] };

/** A form of the library; the same id gives the same pages in every installation. */
export function libraryForm(
  id: string,
  name: string,
  entityType: FormEntityType,
  plans: readonly PagePlan[],
): LibraryForm {
  return { id, name, entityType, pages: pagesOf(id, plans) };
}

/** The forms that every installation begins with, by whom they serve. */
export const LIBRARY_FORMS = {
  individual: libraryForm(stableId('form', 'individual'), 'Individual onboarding', 'Individual', INDIVIDUAL),
  company: libraryForm(stableId('form', 'company'), 'Company onboarding', 'LegalEntity', COMPANY),
} as const;

/** Adds the library's forms where they are not there yet. What has become of them since stays as it is. */
export async function seedLibraryForms(tx: Tx, tenantId: string, now: Date): Promise<void> {
  await seedForms(tx, Object.values(LIBRARY_FORMS), { tenantId, createdAt: now, usedAt: null });
}

/** Adds forms with their first version, where they are not there yet. `usedAt` closes that version. */
export async function seedForms(
  tx: Tx,
  all: readonly LibraryForm[],
  { tenantId, createdAt, usedAt }: { tenantId: string; createdAt: Date; usedAt: Date | null },
): Promise<void> {
  for (const { id, name, entityType, pages } of all) {
    await tx
      .insert(forms)
      .values({ id, tenantId, name, entityType, formType: 'KYCOnboarding', createdAt })
      .onConflictDoNothing();
    await tx
      .insert(formVersions)
      .values({ formId: id, version: 1, pages, usedAt, createdAt })
      .onConflictDoNothing();
  }
}
