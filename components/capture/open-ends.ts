'use client';

import { useMemo } from 'react';
import { placedFields } from '@/lib/kyc/conditions';
import { pageOf, useCapture } from './capture-context';

/** One thing that stands between the form and being sent: where, and what about it. */
export interface OpenEnd {
  /** Null where it belongs to no field of the form. */
  fieldId: string | null;
  pageId: string | null;
  label: string;
  pageName: string;
  kind: 'missing' | 'unfinished' | 'asked' | 'conflict' | 'refused';
  /** The server's words, where it has some. */
  message?: string;
}

/** All open ends in the form's order; with `refused`, what the server named when it did not take the form. */
export function useOpenEnds(refused?: readonly { fieldId: string | null; message: string }[]): OpenEnd[] {
  const steps = useCapture((state) => state.steps);
  const unsaved = useCapture((state) => state.queue.unsaved);
  const pages = useCapture((state) => state.view.pages);
  return useMemo(() => {
    if (refused) {
      const fields = new Map(placedFields(pages).map(({ field }) => [field.id, field]));
      return refused.map(({ fieldId, message }) => {
        const page = fieldId === null ? undefined : pageOf(pages, fieldId);
        const label = (fieldId === null ? undefined : fields.get(fieldId)?.label) ?? '';
        return {
          fieldId,
          pageId: page?.id ?? null,
          label,
          pageName: page?.name ?? '',
          kind: 'refused' as const,
          message,
        };
      });
    }
    return steps.flatMap(({ page, missing, unfinished, asked }) =>
      page.sections
        .flatMap((section) => section.fields)
        .flatMap((field): OpenEnd[] => {
          const kind =
            unsaved[field.id]?.theirs !== undefined
              ? 'conflict'
              : unsaved[field.id]?.refused !== undefined
                ? 'refused'
                : unfinished.includes(field)
                  ? 'unfinished'
                  : missing.includes(field)
                    ? 'missing'
                    : asked.includes(field)
                      ? 'asked'
                      : undefined;
          const where = { fieldId: field.id, pageId: page.id, label: field.label, pageName: page.name };
          return kind ? [{ ...where, kind }] : [];
        }),
    );
  }, [steps, unsaved, pages, refused]);
}
