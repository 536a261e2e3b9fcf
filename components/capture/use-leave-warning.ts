'use client';

import { useEffect } from 'react';

/** Asks before the page is left, while that would lose something. */
export function useLeaveWarning(loses: boolean): void {
  useEffect(() => {
    if (!loses) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [loses]);
}
