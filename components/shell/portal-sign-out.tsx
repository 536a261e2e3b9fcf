'use client';

import type { ReactNode } from 'react';
import { clearDrafts } from '@/components/form/persisted-draft';
import { buttonStyle } from '@/components/ui/button-style';
import { paths } from '@/lib/paths';

/** The way out: a plain form, which works before any script has come. Leaving on purpose forgets this device's drafts. */
export function PortalSignOut({ children }: { children: ReactNode }) {
  return (
    <form method="post" action={paths.data.portal.signOut} onSubmit={clearDrafts} className="shrink-0">
      <button type="submit" className={buttonStyle({ variant: 'ghost', size: 'sm' })}>
        {children}
      </button>
    </form>
  );
}
