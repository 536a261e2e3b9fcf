import { dayOf } from '@/lib/days';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OwnDocuments } from '@/components/portal/own-documents';
import { ClientMessages } from '@/components/ui/client-messages';
import { PageHeader } from '@/components/ui/page-header';
import { newId } from '@/lib/new-id';
import { customerCall } from '@/server/auth/kyc-call';
import { requireCustomer } from '@/server/auth/portal/session';
import { ownView } from '@/server/casework/portal';
import { kycApi } from '@/server/kyc';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('portal.documents'))('title') };
}

export default async function PortalDocumentsPage() {
  const session = await requireCustomer();
  const t = await getTranslations('portal.documents');
  const { documents, editable } = await ownView(await kycApi(), customerCall(session, newId()), session);
  return (
    <>
      <PageHeader title={t('title')} meta={t('lead')} />
      <ClientMessages areas={['portal', 'captureFields', 'kyc']}>
        <OwnDocuments documents={documents} editable={editable} today={dayOf(new Date())} />
      </ClientMessages>
    </>
  );
}
