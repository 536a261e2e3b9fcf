import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PortalAbsent } from '@/components/portal/portal-not-found';
import { FrontFrame } from '@/components/shell/front-frame';
import { env } from '@/server/env';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('portal.absent'))('title') };
}

/** Where there is no portal at all: in front of somebody else's server. */
export default function NoPortal() {
  return (
    <FrontFrame demo={env().mode === 'demo'}>
      <PortalAbsent />
    </FrontFrame>
  );
}
