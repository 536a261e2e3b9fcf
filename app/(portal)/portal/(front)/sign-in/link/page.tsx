import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LinkWish } from '@/components/portal/link-wish';
import { ClientMessages } from '@/components/ui/client-messages';
import { askForLink } from '@/server/actions/portal-sign-in';
import { portalIsOpen } from '@/server/auth/portal/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('portal.link'))('title') };
}

export default function PortalLinkPage() {
  if (!portalIsOpen()) notFound();
  return (
    <div className="mx-auto max-w-sm">
      <ClientMessages areas={['portal']}>
        <LinkWish action={askForLink} />
      </ClientMessages>
    </div>
  );
}
