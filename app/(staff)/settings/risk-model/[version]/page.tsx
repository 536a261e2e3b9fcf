import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { VersionView } from '@/components/risk-model/version-view';
import { ClientMessages } from '@/components/ui/client-messages';
import { may } from '@/lib/auth/permissions';
import { KycError } from '@/lib/kyc/contract/errors';
import { newId } from '@/lib/new-id';
import { modelPageQuery } from '@/lib/query/risk-model';
import {
  declineModel,
  importModelFile,
  proposeModel,
  releaseModel,
  saveModelDraft,
  tryModelOut,
  withdrawModel,
} from '@/server/actions/risk-model';
import { kycCall } from '@/server/auth/kyc-call';
import { requireStaff } from '@/server/auth/session';
import { readModelPage } from '@/server/casework/risk-model';
import { kycRiskModels } from '@/server/kyc';

type Props = PageProps<'/settings/risk-model/[version]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { version } = await params;
  const t = await getTranslations('riskModel');
  return { title: `${t('title')}, ${t('version', { version })}` };
}

export default async function RiskModelVersionPage({ params }: Props) {
  const session = await requireStaff('risk-model:read');
  const call = kycCall(session, newId());
  const page = await readModelPage(await kycRiskModels(), call, (await params).version).catch(unknownIs404);
  const client = new QueryClient();
  client.setQueryData(modelPageQuery(page.version.version).queryKey, page);
  const { id, role } = session.user;
  return (
    <ClientMessages areas={['kyc', 'riskModel']}>
      <HydrationBoundary state={dehydrate(client)}>
        <VersionView
          version={page.version.version}
          ownId={id}
          may={{ edit: may(role, 'risk-model:edit'), release: may(role, 'risk-model:release') }}
          actions={{
            saveModelDraft,
            importModelFile,
            proposeModel,
            withdrawModel,
            declineModel,
            releaseModel,
            tryModelOut,
          }}
        />
      </HydrationBoundary>
    </ClientMessages>
  );
}

function unknownIs404(error: unknown): never {
  if (error instanceof KycError && error.code === 404) notFound();
  throw error;
}
