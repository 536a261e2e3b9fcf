import { queryOptions } from '@tanstack/react-query';
import type { PaperAnswer } from '../kyc/what-if-input';
import { paths } from '../paths';
import type { WhatIf } from '../risk/what-if';
import { askJson } from './get-json';

/** What answers changed on paper would make of a customer's risk. */
export function whatIfQuery(submissionId: string, changes: readonly PaperAnswer[]) {
  return queryOptions({
    queryKey: ['customer', submissionId, 'what-if', changes],
    queryFn: ({ signal }) => askJson<WhatIf>(paths.data.whatIf(submissionId), { changes }, signal),
    staleTime: 60_000,
  });
}
