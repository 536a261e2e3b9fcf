import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CaseSettingsForm } from '@/components/settings/case-settings-form';
import { ClientMessages } from '@/components/ui/client-messages';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import { may } from '@/lib/auth/permissions';
import { newId } from '@/lib/new-id';
import { paths } from '@/lib/paths';
import { previewCaseSettings, saveCaseSettings } from '@/server/actions/case-settings';
import { kycCall } from '@/server/auth/kyc-call';
import { requireStaff } from '@/server/auth/session';
import { caseSettingsDesk } from '@/server/casework/case-settings';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('caseSettings'))('title') };
}

/** How often customers are looked at again, and how long a case may take. */
export default async function CaseSettingsPage() {
  const session = await requireStaff(['case-settings:manage', 'case-settings:try']);
  const mayManage = may(session.user.role, 'case-settings:manage');
  const t = await getTranslations('caseSettings');
  const desk = await caseSettingsDesk(kycCall(session, newId()));
  const { value, revision } = await desk.read();
  const progress = revision === 0 ? null : await desk.progress(revision);
  const isUnderWay = revision > 0 && !progress?.isFinished;
  return (
    <>
      <PageHeader title={t('title')} meta={t(mayManage ? 'meta' : 'metaTry')} />
      {isUnderWay && (
        <Notice
          tone="info"
          className="mb-4 max-w-176"
          action={
            <TextLink href={paths.caseSettings} className="text-sm">
              {t('refresh')}
            </TextLink>
          }
        >
          {progress ? t('progress', { done: progress.done, total: progress.total }) : t('progressWaiting')}
        </Notice>
      )}
      <ClientMessages areas={['caseSettings']}>
        <CaseSettingsForm
          value={value}
          revision={revision}
          preview={previewCaseSettings}
          save={mayManage ? saveCaseSettings : undefined}
        />
      </ClientMessages>
    </>
  );
}
