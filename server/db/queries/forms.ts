import { and, asc, eq } from 'drizzle-orm';
import type { FormPage } from '@/lib/kyc/contract/forms';
import type { FormType } from '@/lib/kyc/contract/lists';
import type { DbOrTx } from '../client';
import { forms, formVersions } from '../schema';

/** A form as the contract's list names it. */
export const formSummaryColumns = {
  id: forms.id,
  name: forms.name,
  version: forms.currentVersion,
  entityType: forms.entityType,
  formType: forms.formType,
  isActive: forms.isActive,
} as const;

/** The tenant's active forms by name, of one type or of all. */
export async function activeForms(db: DbOrTx, tenantId: string, formType?: FormType) {
  return db
    .select(formSummaryColumns)
    .from(forms)
    .where(
      and(
        eq(forms.tenantId, tenantId),
        eq(forms.isActive, true),
        formType === undefined ? undefined : eq(forms.formType, formType),
      ),
    )
    .orderBy(asc(forms.name), asc(forms.id));
}

/** What a form asks at its current version, active or not; undefined for no form of the tenant. */
export async function currentPages(
  db: DbOrTx,
  tenantId: string,
  formId: string,
): Promise<FormPage[] | undefined> {
  const [row] = await db
    .select({ pages: formVersions.pages })
    .from(forms)
    .innerJoin(
      formVersions,
      and(eq(formVersions.formId, forms.id), eq(formVersions.version, forms.currentVersion)),
    )
    .where(and(eq(forms.tenantId, tenantId), eq(forms.id, formId)));
  return row?.pages;
}
