'use client';

import { PageFailed, type PageFailedProps } from '@/components/shell/page-failed';

export default function ErrorPage(props: PageFailedProps) {
  return (
    <main id="content" className="mx-auto max-w-3xl px-4 py-12">
      <PageFailed {...props} />
    </main>
  );
}
