import { queryOptions } from '@tanstack/react-query';
import type { DocumentLine } from '../kyc/profile-page';
import { paths } from '../paths';
import { getJson } from './get-json';

/** The signed-in customer's own documents. */
export function ownDocumentsQuery() {
  return queryOptions({
    queryKey: ['portal', 'documents'],
    queryFn: ({ signal }) => getJson<{ documents: DocumentLine[] }>(paths.data.portal.documents, signal),
    select: ({ documents }) => documents,
  });
}
