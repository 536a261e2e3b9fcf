import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { VersionsPanel } from '@/components/risk-model/versions-panel';
import { ClientMessages } from '@/components/ui/client-messages';
import { may } from '@/lib/auth/permissions';
import { newId } from '@/lib/new-id';
import { modelBookQuery } from '@/lib/query/risk-model';
import { startModelDraft } from '@/server/actions/risk-model';
import { kycCall } from '@/server/auth/kyc-call';
import { requireStaff } from '@/server/auth/session';
import { readModelBook } from '@/server/casework/risk-model';
import { kycRiskModels } from '@/server/kyc';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('riskModel'))('title') };
}

export default async function RiskModelPage() {
  const session = await requireStaff('risk-model:read');
  const models = await kycRiskModels();
  if (!models) notFound();
  const call = kycCall(session, newId());
  const client = new QueryClient();
  const book = await readModelBook(models, call);
  client.setQueryData(modelBookQuery.queryKey, book);
  const line = book.versions.find(({ isInForce }) => isInForce);
  if (!line) notFound();
  const { definition } = await models.version(call, line.version);
  return (
    <ClientMessages areas={['kyc', 'riskModel']}>
      <HydrationBoundary state={dehydrate(client)}>
        <VersionsPanel
          inForce={definition}
          mayEdit={may(session.user.role, 'risk-model:edit')}
          startModelDraft={startModelDraft}
        />
      </HydrationBoundary>
    </ClientMessages>
  );
}
