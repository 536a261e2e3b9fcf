'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useState } from 'react';
import { ToastProvider } from '@/components/ui/toast';
import { preferenceCookie } from '@/lib/preferences';

interface ProvidersProps {
  children: ReactNode;
  /** The zone the server rendered dates in, if a cookie named one. */
  zone: string | null;
  labels: { notifications: string; dismiss: string };
}

const FRESH_MS = 30_000;

/** What every page's client components stand in: the query cache and the toasts. */
export function Providers({ children, zone, labels }: ProvidersProps) {
  const [client] = useState(
    () => new QueryClient({ defaultOptions: { queries: { staleTime: FRESH_MS, retry: 1 } } }),
  );
  useZone(zone);
  return (
    <QueryClientProvider client={client}>
      <ToastProvider regionLabel={labels.notifications} dismissLabel={labels.dismiss}>
        {children}
      </ToastProvider>
    </QueryClientProvider>
  );
}

/**
 * Tells the server which clock this browser is on, so that dates come in it; renders again when that was news, and not before the
 * page is whole: what comes anew must not meet what React has yet to take over.
 */
function useZone(known: string | null) {
  const router = useRouter();
  useEffect(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!zone || zone === known) return;
    document.cookie = preferenceCookie('zone', zone, location.protocol === 'https:');
    if (known === null && zone === 'UTC') return;
    const refresh = () => router.refresh();
    if (document.readyState === 'complete') refresh();
    else addEventListener('load', refresh, { once: true });
    return () => removeEventListener('load', refresh);
  }, [known, router]);
}
