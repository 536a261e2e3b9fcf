import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { MailView } from '@/components/settings/mail-view';
import { ClientMessages } from '@/components/ui/client-messages';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import { newId } from '@/lib/new-id';
import { paths } from '@/lib/paths';
import { kycCall } from '@/server/auth/kyc-call';
import { requireStaff } from '@/server/auth/session';
import { outboxDesk } from '@/server/mail/outbox-desk';

type Props = PageProps<'/settings/outbox/[mailId]'>;

/** The mail of the address; title and page read it once together, because each reading is on record. */
const openMail = cache(async (mailId: string) => {
  const session = await requireStaff('outbox:read');
  const mail = await (await outboxDesk(session.tenantId)).read(kycCall(session, newId()), mailId);
  if (!mail) notFound();
  return mail;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await openMail(decodeURIComponent((await params).mailId))).subject };
}

export default async function MailPage({ params }: Props) {
  const mail = await openMail(decodeURIComponent((await params).mailId));
  const t = await getTranslations('outbox');
  return (
    <>
      <PageHeader
        back={<TextLink href={paths.outbox}>{t('back')}</TextLink>}
        title={<bdi>{mail.subject}</bdi>}
      />
      <ClientMessages areas={['outbox']}>
        <MailView mail={mail} />
      </ClientMessages>
    </>
  );
}
