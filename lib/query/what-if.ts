import { queryOptions } from '@tanstack/react-query';
import type { PaperAnswer } from '../kyc/what-if-input';
import { paths } from '../paths';
import type { PaperForm, WhatIf } from '../risk/what-if';
import { askJson, getJson } from './get-json';

/** What answers changed on paper would make of a customer's risk. */
export function whatIfQuery(submissionId: string, changes: readonly PaperAnswer[]) {
  return queryOptions({
    queryKey: ['customer', submissionId, 'what-if', changes],
    queryFn: ({ signal }) => askJson<WhatIf>(paths.data.whatIf(submissionId), { changes }, signal),
    staleTime: 60_000,
  });
}

/** The questions of a customer's form that may be changed on paper, with the answers of a version of the profile. */
export function paperFormQuery(submissionId: string, version: number | null) {
  return queryOptions({
    queryKey: ['customer', submissionId, 'paper-form', version],
    queryFn: ({ signal }) => getJson<PaperForm>(paths.data.whatIf(submissionId), signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
