'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { Palette } from '@/components/shell/palette';
import type { PaletteEntry } from '@/components/shell/palette-entries';
import { KYC_STATES, known } from '@/lib/kyc/contract/lists';
import type { CustomerListItem } from '@/lib/kyc/customer-list';
import { paths } from '@/lib/paths';
import { askJson } from '@/lib/query/get-json';

interface StaffPaletteProps {
  /** The pages of the reader's role. */
  pages: readonly PaletteEntry[];
  mayCreate: boolean;
}

/** The search from anywhere: the reader's customers, pages and actions. */
export function StaffPalette({ pages, mayCreate }: StaffPaletteProps) {
  const t = useTranslations('nav');
  const kyc = useTranslations('kyc');
  const search = useCallback(
    async (words: string, signal: AbortSignal): Promise<PaletteEntry[]> => {
      const found = await askJson<CustomerListItem[]>(paths.data.customerSearch, { words }, signal);
      return found.map(({ submissionId, displayName, kycState, employeeName }) => {
        const state = known(KYC_STATES, kycState);
        return {
          id: submissionId,
          label: displayName,
          hint: `${state ? kyc(`state.${state}`) : kycState} · ${employeeName}`,
          href: paths.customer(submissionId),
        };
      });
    },
    [kyc],
  );
  const actions = mayCreate ? [{ id: 'new-customer', label: t('newCustomer'), href: paths.newCustomer }] : [];
  return <Palette pages={pages} actions={actions} search={search} />;
}
