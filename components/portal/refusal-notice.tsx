'use client';

import { Notice } from '@/components/ui/notice';

/** Why nothing came of a form, above it; the reader is brought to it. */
export function RefusalNotice({ title, children }: { title: string; children: string }) {
  return (
    <div data-refusal tabIndex={-1} role="alert" className="rounded">
      <Notice tone="critical" title={title}>
        {children}
      </Notice>
    </div>
  );
}
