import { queryOptions } from '@tanstack/react-query';
import type { DocumentReader } from '../kyc/document-readers';
import { paths, withQuery } from '../paths';
import { getBlob, getJson } from './get-json';

/** A document's preview: a PDF whole, an image's first page. Each reading is put on record, so it is kept while the page is open. */
export function documentPreviewQuery(submissionId: string, documentId: string) {
  return queryOptions({
    queryKey: ['customer', submissionId, 'document', documentId, 'preview'],
    queryFn: ({ signal }) => getBlob(paths.data.documentPreview(submissionId, documentId), signal),
    staleTime: Number.POSITIVE_INFINITY,
    // Some megabytes each: a few minutes after the last look they go.
    gcTime: 3 * 60_000,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

/** A later page of an image. */
export function readPreview(submissionId: string, documentId: string, page: number): Promise<Blob> {
  return getBlob(withQuery(paths.data.documentPreview(submissionId, documentId), { page: String(page) }));
}

/** Who looked at a document or took it. */
export function documentReadersQuery(submissionId: string, documentId: string) {
  return queryOptions({
    queryKey: ['customer', submissionId, 'document', documentId, 'readers'],
    queryFn: ({ signal }) =>
      getJson<DocumentReader[]>(paths.data.documentReaders(submissionId, documentId), signal),
    staleTime: 0,
  });
}
