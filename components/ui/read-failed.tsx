'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, startTransition } from 'react';
import { LoadFailed } from './load-failed';

/** A list that the server could not read for its page, while what stands around it is there. */
export function ReadFailed({ title, requestId }: { title: ReactNode; requestId: string }) {
  const router = useRouter();
  return (
    <LoadFailed
      title={title}
      error={{ status: 500, requestId }}
      onRetry={() => startTransition(() => router.refresh())}
    />
  );
}
