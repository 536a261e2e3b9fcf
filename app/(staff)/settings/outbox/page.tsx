import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MailList } from '@/components/settings/mail-list';
import { ClientMessages } from '@/components/ui/client-messages';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { outboxQuery } from '@/lib/query/outbox';
import { requireStaff } from '@/server/auth/session';
import { env } from '@/server/env';
import { outboxDesk } from '@/server/mail/outbox-desk';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('outbox'))('title') };
}

export default async function OutboxPage({ searchParams }: PageProps<'/settings/outbox'>) {
  const { tenantId } = await requireStaff('outbox:read');
  const { after: asked } = await searchParams;
  const after = typeof asked === 'string' ? asked : undefined;
  const desk = await outboxDesk(tenantId);
  const t = await getTranslations('outbox');
  const client = new QueryClient();
  await client.prefetchQuery({ ...outboxQuery(after), queryFn: () => desk.list(after) });
  const how = env().smtpUrl === undefined ? 'kept' : 'sending';
  return (
    <>
      <PageHeader title={t('title')} />
      <Notice
        tone={how === 'kept' ? 'caution' : 'neutral'}
        title={t(`${how}.title`)}
        className="mb-4 max-w-3xl"
      >
        {t(`${how}.text`)}
      </Notice>
      <ClientMessages areas={['outbox']}>
        <HydrationBoundary state={dehydrate(client)}>
          <MailList after={after} />
        </HydrationBoundary>
      </ClientMessages>
    </>
  );
}
