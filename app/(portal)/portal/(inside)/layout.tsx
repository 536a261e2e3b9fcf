import type { ReactNode } from 'react';
import { PortalFrame } from '@/components/shell/portal-frame';
import { requireCustomer } from '@/server/auth/portal/session';
import { env } from '@/server/env';

/**
 * What stands around the signed-in customer's pages. Each page asks for the session itself, because a layout is not
 * rendered again on the way from one to another.
 */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const { name } = await requireCustomer();
  return (
    <PortalFrame name={name} demo={env().mode === 'demo'}>
      {children}
    </PortalFrame>
  );
}
