'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { DocumentLine } from '@/lib/kyc/profile-page';
import { documentPreviewQuery, readPreview } from '@/lib/query/documents';
import { imageSource } from './image-source';
import type { PageSource } from './page-source';

type Opened = { source: PageSource } | { unreadable: true };

/**
 * The pages of a document, once its preview has been read; `error` is the server's refusal, `unreadable` is set where the file came and
 * cannot be drawn. `retry` reads again.
 */
export function usePageSource(submissionId: string, document: DocumentLine) {
  const { data, error, refetch } = useQuery(documentPreviewQuery(submissionId, document.id));
  const [opened, setOpened] = useState<{ of: Blob; result: Opened }>();
  const { pageCount, id } = document;

  useEffect(() => {
    if (!data) return;
    let source: PageSource | undefined;
    let left = false;
    open(data)
      .then((ready) => {
        source = ready;
        if (left) ready.close();
        else setOpened({ of: data, result: { source: ready } });
      })
      .catch(() => !left && setOpened({ of: data, result: { unreadable: true } }));
    return () => {
      left = true;
      source?.close();
    };

    async function open(first: Blob): Promise<PageSource> {
      if (first.type === 'application/pdf') return (await import('./pdf-source')).pdfSource(first);
      return imageSource(pageCount ?? 1, (page) =>
        page === 1 ? Promise.resolve(first) : readPreview(submissionId, id, page),
      );
    }
  }, [data, submissionId, id, pageCount]);

  const result = opened && opened.of === data ? opened.result : undefined;
  return {
    source: result && 'source' in result ? result.source : undefined,
    unreadable: result !== undefined && 'unreadable' in result,
    error: data ? null : error,
    retry: () => void refetch(),
  };
}
