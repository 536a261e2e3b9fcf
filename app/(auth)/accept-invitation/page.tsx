import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewAccount } from '@/components/auth/new-account';
import { ClientMessages } from '@/components/ui/client-messages';
import { becomeFirstAdmin, readInvitation, takeInvitation } from '@/server/actions/links';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.invitation'))('title') };
}

export default function AcceptInvitationPage() {
  return (
    <div className="mx-auto max-w-md">
      <ClientMessages areas={['auth']}>
        <NewAccount read={readInvitation} accept={takeInvitation} makeFirst={becomeFirstAdmin} />
      </ClientMessages>
    </div>
  );
}
